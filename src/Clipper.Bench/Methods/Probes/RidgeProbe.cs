using Clipper.Bench.Configuration;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Fits ridge regressions to the support; scores are the regressed indicators, 1 for a class that is there and
/// 0 for one that is not.</summary>
internal sealed class RidgeProbe(RidgeSettings settings) : IMethod
{
    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        Matrix<float> support = ProbeOptions.At(settings.Features, task.Support);
        Matrix<float> queries = ProbeOptions.At(settings.Features, task.Query);
        IReadOnlyList<LinearMap> maps = RidgeRegression.Fit(support, task.SupportLabels, settings.Lambdas);
        return
        [
            .. maps.Select((map, i) => ProbeOptions.Scoring(
                task, map.Apply(queries), settings.Thresholds, $"lambda={YamlText.Of(settings.Lambdas[i])}")),
        ];
    }
}
