using Clipper.Core.Imprinting;

namespace Clipper.Core.Metrics;

/// <summary>Everything that decision metrics read of one set of predictions.</summary>
/// <param name="Rows">Number of samples.</param>
/// <param name="Columns">Counts of every class.</param>
/// <param name="ExactRows">Samples whose predicted set is the true set.</param>
/// <param name="JaccardSum">Sum over samples, in row order, of |truth ∩ predicted| / |truth ∪ predicted|, 0 for two
/// empty sets.</param>
internal sealed record DecisionTally(int Rows, ClassCounts[] Columns, int ExactRows, double JaccardSum)
{
    private ClassCounts[]? _averaged;

    /// <summary>What averages over classes run over.</summary>
    public ClassCounts[] Averaged => _averaged ??= MultiLabelCounts.AveragedOver(Columns);

    /// <summary>Counts given predictions: the plain way, and the reference for
    /// <see cref="ThresholdSweep{T}"/>.</summary>
    public static DecisionTally Of(LabelRows truth, LabelRows predicted)
    {
        ClassCounts[] columns = MultiLabelCounts.PerColumn(truth, predicted);
        double jaccard = 0;
        if (truth.Classes > 1)
        {
            foreach (ClassCounts row in MultiLabelCounts.PerRow(truth, predicted))
            {
                jaccard += row.Ratio(CountRatio.Jaccard);
            }
        }

        return new(truth.Rows, columns, MultiLabelAccuracy.ExactRows(truth, predicted), jaccard);
    }
}
