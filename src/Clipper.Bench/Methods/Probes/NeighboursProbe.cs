using Clipper.Bench.Configuration;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Lets the nearest support rows vote; the score of a class is its share of the votes, on multi-label data of
/// the votes for and against it.</summary>
internal sealed class NeighboursProbe(NeighboursSettings settings) : IMethod
{
    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        int most = Math.Min(settings.Ks[^1], task.Support.Rows);
        Neighbours found = NearestNeighbours.Find(task.Support, task.Query, most, settings.Distance);
        return
        [
            .. settings.Ks.Select(k => ProbeOptions.Scoring(
                task,
                found.Shares(task.SupportLabels, Math.Min(k, most), settings.Weights),
                settings.Thresholds,
                $"k={YamlText.Of(k)}")),
        ];
    }
}
