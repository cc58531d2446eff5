using Clipper.Core.Imprinting;

namespace Clipper.Core.Metrics;

/// <summary>Everything that decision metrics read of one set of predictions.</summary>
/// <param name="Rows">Number of samples.</param>
/// <param name="Columns">Counts of every class.</param>
/// <param name="ExactRows">Samples whose predicted set is the true set.</param>
/// <param name="Samples">Sums over samples.</param>
internal sealed record DecisionTally(int Rows, ClassCounts[] Columns, int ExactRows, SampleSums Samples)
{
    private ClassCounts[]? _averaged;

    /// <summary>What averages over classes run over.</summary>
    public ClassCounts[] Averaged => _averaged ??= MultiLabelCounts.AveragedOver(Columns);

    /// <summary>Counts given predictions: the plain way, and the reference for
    /// <see cref="ThresholdSweep{T}"/>.</summary>
    public static DecisionTally Of(LabelRows truth, LabelRows predicted)
    {
        ClassCounts[] columns = MultiLabelCounts.PerColumn(truth, predicted);
        SampleSums samples = default;
        if (truth.Classes > 1)
        {
            foreach (ClassCounts row in MultiLabelCounts.PerRow(truth, predicted))
            {
                samples = samples.With(row);
            }
        }

        return new(truth.Rows, columns, MultiLabelAccuracy.ExactRows(truth, predicted), samples);
    }
}
