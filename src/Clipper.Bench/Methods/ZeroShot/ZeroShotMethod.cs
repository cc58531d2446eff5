using System.Numerics.Tensors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>Scores queries by the texts of the ways, without any support (PROTOCOL 9.1). Single-label: softmax over the
/// ways of t·cos, arg-max. Multi-label: σ(cos), each class alone, as <c>mwi</c> has it: the order of the cosines, so
/// that ranking metrics are theirs.</summary>
internal sealed class ZeroShotMethod : IMethod
{
    private readonly ClassVectors _texts;
    private readonly float _factor;
    private readonly Decision _decision;

    /// <summary>For one cell.</summary>
    /// <param name="classes">Labels of all classes.</param>
    /// <param name="weights">Unit vectors of their texts [classes, d].</param>
    /// <param name="scale">What cosines are multiplied by in a softmax.</param>
    /// <param name="isMultiLabel">Whether a sample can have several labels.</param>
    /// <param name="thresholds">What multi-label scores decide by.</param>
    public ZeroShotMethod(
        IReadOnlyList<string> classes, Matrix<float> weights, double scale, bool isMultiLabel, Decision thresholds)
    {
        _texts = new ClassVectors(classes, weights);
        _factor = isMultiLabel ? 1 : (float)scale;
        _decision = isMultiLabel ? thresholds : Decision.ArgMax;
    }

    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        Matrix<float> ways = _texts.Of(task.Classes);
        TensorPrimitives.Multiply(ways.Values, _factor, ways.Values);

        // A head takes weights as they are, so scaled ones give scaled cosines.
        HeadKind kind = task.IsMultiLabel ? HeadKind.Mwi : HeadKind.Wi;
        var head = ImprintedHead<float>.FromWeights(kind, ways, task.Classes);
        var scores = new Matrix<float>(task.Query.Rows, task.Ways);
        head.Scores(task.Query, scores.Values);
        return [new Scoring(scores, _decision)];
    }
}
