namespace Clipper.Core.Metrics;

/// <summary>Sums over samples, in row order, of the ratios of each sample's own label set; 0 where a denominator is
/// 0.</summary>
/// <param name="Precision">Σ |truth ∩ predicted| / |predicted|.</param>
/// <param name="Recall">Σ |truth ∩ predicted| / |truth|.</param>
/// <param name="F1">Σ of the harmonic mean of the two.</param>
/// <param name="Jaccard">Σ |truth ∩ predicted| / |truth ∪ predicted|.</param>
internal readonly record struct SampleSums(double Precision, double Recall, double F1, double Jaccard)
{
    /// <summary>With one sample more.</summary>
    public SampleSums With(ClassCounts row) => new(
        Precision + row.Ratio(CountRatio.Precision),
        Recall + row.Ratio(CountRatio.Recall),
        F1 + row.Ratio(CountRatio.F1),
        Jaccard + row.Ratio(CountRatio.Jaccard));

    /// <summary>One of them.</summary>
    public double Of(CountRatio ratio) => ratio switch
    {
        CountRatio.Precision => Precision,
        CountRatio.Recall => Recall,
        CountRatio.F1 => F1,
        CountRatio.Jaccard => Jaccard,
        _ => throw new ArgumentOutOfRangeException(nameof(ratio), ratio, null),
    };
}
