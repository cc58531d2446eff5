using Clipper.Bench.Configuration;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;

namespace Clipper.Bench.Methods.Probes;

/// <summary>Fits logistic regressions to the support; scores are probabilities: a softmax over the ways, or on
/// multi-label data of each label against the rest.</summary>
internal sealed class LogisticProbe(LogisticProbeSettings settings) : IMethod
{
    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        Matrix<float> support = ProbeOptions.At(settings.Features, task.Support);
        Matrix<float> queries = ProbeOptions.At(settings.Features, task.Query);
        IReadOnlyList<LogisticModel> models = task.IsMultiLabel
            ? LogisticRegression.FitOneVersusRest(support, task.SupportLabels, settings.Cs)
            : LogisticRegression.FitMultinomial(support, task.SupportLabels, settings.Cs);
        return
        [
            .. models.Select(model => ProbeOptions.Scoring(
                task, model.Probabilities(queries), settings.Thresholds, $"c={YamlText.Of(model.C)}")),
        ];
    }
}
