namespace Clipper.Core.Metrics;

/// <summary>How binary predictions agree with the truth, for one class over all rows or for one row over all
/// classes.</summary>
/// <param name="TruePositives">Predicted and true.</param>
/// <param name="FalsePositives">Predicted, not true.</param>
/// <param name="FalseNegatives">True, not predicted.</param>
/// <param name="TrueNegatives">Neither.</param>
public readonly record struct ClassCounts(
    long TruePositives, long FalsePositives, long FalseNegatives, long TrueNegatives)
{
    /// <summary>Number of true cells: TP + FN (sklearn's support).</summary>
    public long Support => TruePositives + FalseNegatives;

    /// <summary>Number of predicted cells: TP + FP.</summary>
    public long Predicted => TruePositives + FalsePositives;

    /// <summary>Number of cells where truth and prediction differ: FP + FN.</summary>
    public long Errors => FalsePositives + FalseNegatives;

    /// <summary>The counts of the opposite class: what was true is false and the other way round.</summary>
    public ClassCounts Complement() => new(TrueNegatives, FalseNegatives, FalsePositives, TruePositives);

    /// <summary>Cell by cell sum.</summary>
    public static ClassCounts operator +(ClassCounts a, ClassCounts b) => new(
        a.TruePositives + b.TruePositives,
        a.FalsePositives + b.FalsePositives,
        a.FalseNegatives + b.FalseNegatives,
        a.TrueNegatives + b.TrueNegatives);

    /// <summary>Counts one cell more.</summary>
    public ClassCounts With(bool truth, bool predicted) => (truth, predicted) switch
    {
        (true, true) => this with { TruePositives = TruePositives + 1 },
        (true, false) => this with { FalseNegatives = FalseNegatives + 1 },
        (false, true) => this with { FalsePositives = FalsePositives + 1 },
        (false, false) => this with { TrueNegatives = TrueNegatives + 1 },
    };

    /// <summary>Counts a binary truth against a binary prediction.</summary>
    /// <exception cref="ArgumentException">The lengths differ.</exception>
    public static ClassCounts Of(ReadOnlySpan<bool> truth, ReadOnlySpan<bool> predicted)
    {
        if (truth.Length != predicted.Length)
        {
            throw new ArgumentException($"{truth.Length} truths but {predicted.Length} predictions.");
        }

        var counts = default(ClassCounts);
        for (int i = 0; i < truth.Length; i++)
        {
            counts = counts.With(truth[i], predicted[i]);
        }

        return counts;
    }

    /// <summary>The ratio, in [0, 1]; <paramref name="zeroDivision"/> where its denominator is 0 (sklearn's
    /// <c>zero_division</c>; F1 is 0 where precision + recall = 0).</summary>
    public double Ratio(CountRatio ratio, double zeroDivision = 0) => ratio switch
    {
        CountRatio.Precision => Divide(TruePositives, Predicted, zeroDivision),
        CountRatio.Recall => Divide(TruePositives, Support, zeroDivision),
        CountRatio.Jaccard => Divide(TruePositives, TruePositives + Errors, zeroDivision),
        CountRatio.F1 => F1(zeroDivision),
        _ => throw new ArgumentOutOfRangeException(nameof(ratio), ratio, null),
    };

    // From precision and recall, as sklearn 1.2 does, so that zero_division = 1 acts on either of them first.
    private double F1(double zeroDivision)
    {
        double precision = Ratio(CountRatio.Precision, zeroDivision);
        double recall = Ratio(CountRatio.Recall, zeroDivision);
        double sum = precision + recall;
        return sum == 0 ? 0 : 2 * precision * recall / sum;
    }

    private static double Divide(long numerator, long denominator, double zeroDivision) =>
        denominator == 0 ? zeroDivision : (double)numerator / denominator;
}
