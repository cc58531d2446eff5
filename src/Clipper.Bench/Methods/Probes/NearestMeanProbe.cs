using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Scores a query by how near it is to the mean of each way. On multi-label data each label is a problem of
/// its own, between the mean of the support that carries it and the mean of the support that does not: the score is d₋
/// / (d₋ + d₊), ½ where both are equally far.</summary>
internal sealed class NearestMeanProbe(NearestMeanSettings settings) : IMethod
{
    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        Matrix<double> scores = task.IsMultiLabel
            ? Shares(task)
            : NearestClassMean.Fit(task.Support, task.SupportLabels, settings.Distance).Nearness(task.Query);
        return [ProbeOptions.Scoring(task, scores, settings.Thresholds, "")];
    }

    private Matrix<double> Shares(EpisodeTask task)
    {
        Matrix<double> with = Distances(task, task.SupportLabels);
        Matrix<double> without = Distances(task, Complement(task.SupportLabels));
        for (int cell = 0; cell < with.Values.Length; cell++)
        {
            with.Values[cell] = Share(with.Values[cell], without.Values[cell]);
        }

        return with;
    }

    /// <summary>d₋ / (d₋ + d₊); 1 or 0 where there is no other side.</summary>
    private static double Share(double with, double without)
    {
        if (double.IsInfinity(with) || double.IsInfinity(without))
        {
            return double.IsInfinity(with) ? 0 : 1;
        }

        return with + without == 0 ? 0.5 : without / (with + without);
    }

    private Matrix<double> Distances(EpisodeTask task, LabelRows labels)
    {
        Matrix<double> values = NearestClassMean.Fit(task.Support, labels, settings.Distance).Nearness(task.Query);
        double origin = settings.Distance == NeighbourDistance.Cosine ? 1 : 0;
        foreach (ref double value in values.Values)
        {
            value = Math.Max(0, origin - value);
        }

        return values;
    }

    private static LabelRows Complement(LabelRows labels) => LabelRows.Of(
        [
            .. Enumerable.Range(0, labels.Rows).Select(row =>
                Enumerable.Range(0, labels.Classes).Where(label => !labels.Has(row, label)).ToArray()),
        ],
        labels.Classes);
}
