using System.Numerics.Tensors;
using Clipper.Bench.Configuration;
using Clipper.Bench.Methods.ZeroShot;
using Clipper.Core.LinearAlgebra;
using Cache = Clipper.Core.Probes.TipAdapter;

namespace Clipper.Bench.Methods.TipAdapter;

/// <summary>Scores queries by the support and the texts of the ways: s·q̂·t_c + α·Σᵢ e^(−β(1 − q̂·k̂ᵢ))·[i carries c].
/// Single-label: softmax of these logits, arg-max. Multi-label: σ(logit / s), each class alone, which with α = 0 is the
/// score of zero-shot.</summary>
/// <param name="settings">The grids and the thresholds.</param>
/// <param name="texts">Unit vectors of the classes' texts.</param>
/// <param name="scale">s.</param>
internal sealed class TipAdapterMethod(TipAdapterSettings settings, ClassVectors texts, double scale) : IMethod
{
    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        var cache = Cache.Of(task.Support, task.SupportLabels, texts.Of(task.Classes), task.Query, scale);
        return
        [
            .. from alpha in settings.Alphas
               from beta in settings.Betas
               select Score(cache, task.IsMultiLabel, alpha, beta),
        ];
    }

    private Scoring Score(Cache cache, bool isMultiLabel, double alpha, double beta)
    {
        Matrix<double> values = isMultiLabel ? cache.Sigmoids(alpha, beta) : cache.Probabilities(alpha, beta);
        var scores = new Matrix<float>(values.Rows, values.Columns);
        TensorPrimitives.ConvertTruncating(values.View.Values, scores.Values);
        return new Scoring(scores, isMultiLabel ? Decision.At(settings.Texts.Thresholds) : Decision.ArgMax)
        {
            Condition = new Condition(Candidate: $"alpha={YamlText.Of(alpha)} beta={YamlText.Of(beta)}"),
        };
    }
}
