using Clipper.Core.Imprinting;

namespace Clipper.Core.Probes;

/// <summary>Labels as a logistic regression fits them.</summary>
internal sealed class LogisticProblem
{
    private LogisticProblem(LogisticLoss? loss, int[] fitted, double[] constants)
    {
        Loss = loss;
        Fitted = fitted;
        Constants = constants;
    }

    /// <summary>The loss; null where nothing is to be fitted.</summary>
    public LogisticLoss? Loss { get; }

    /// <summary>The class of each fitted column.</summary>
    public IReadOnlyList<int> Fitted { get; }

    /// <summary>For each class the probability that it has without a fit.</summary>
    public IReadOnlyList<double> Constants { get; }

    /// <summary>Of two classes the first, whose probability is what the second leaves.</summary>
    public int? Complement { get; private init; }

    /// <summary>Whether the columns share one softmax.</summary>
    public bool IsMultinomial => Loss is SoftmaxLoss;

    /// <summary>One label a sample: a softmax over the classes that occur, two of which need one column only.</summary>
    /// <exception cref="ArgumentException">A sample has not exactly one label.</exception>
    public static LogisticProblem Multinomial(LabelRows labels)
    {
        var classOf = new int[labels.Rows];
        for (int row = 0; row < classOf.Length; row++)
        {
            ReadOnlySpan<int> own = labels.Row(row);
            classOf[row] = own.Length == 1
                ? own[0]
                : throw new ArgumentException($"Row {row} has {own.Length} labels; a softmax needs one a row.");
        }

        int[] seen = [.. classOf.Distinct().Order()];
        var constants = new double[labels.Classes];
        if (seen.Length < 2)
        {
            Array.ForEach(seen, only => constants[only] = 1);
            return new LogisticProblem(null, [], constants);
        }

        int[] columns = Array.ConvertAll(classOf, label => Array.BinarySearch(seen, label));
        if (seen.Length > 2)
        {
            return new LogisticProblem(new SoftmaxLoss(columns, seen.Length), seen, constants);
        }

        var positives = LabelRows.Of([.. columns.Select(column => column == 1 ? [0] : Array.Empty<int>())], 1);
        return new LogisticProblem(new SigmoidLoss(positives), [seen[1]], constants) { Complement = seen[0] };
    }

    /// <summary>Any number of labels a sample: a problem for each label. One that all samples agree on keeps that as a
    /// constant.</summary>
    public static LogisticProblem OneVersusRest(LabelRows labels)
    {
        int[] counts = labels.Counts();
        double[] constants = Array.ConvertAll(counts, count => count > 0 && count == labels.Rows ? 1.0 : 0);
        int[] fitted = [.. Enumerable.Range(0, counts.Length).Where(c => counts[c] > 0 && counts[c] < labels.Rows)];
        if (fitted.Length == 0)
        {
            return new LogisticProblem(null, [], constants);
        }

        var rows = new int[labels.Rows][];
        for (int row = 0; row < rows.Length; row++)
        {
            int[] columns = Array.ConvertAll(labels.Row(row).ToArray(), label => Array.BinarySearch(fitted, label));
            rows[row] = [.. columns.Where(column => column >= 0)];
        }

        return new LogisticProblem(new SigmoidLoss(LabelRows.Of(rows, fitted.Length)), fitted, constants);
    }
}
