using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods.Heads;

/// <summary>Imprints the support and scores the queries (PROTOCOL section 1, steps 2 to 4).</summary>
/// <param name="kind">Softmax or sigmoid.</param>
/// <param name="decision">What the scores decide by.</param>
internal sealed class ImprintMethod(HeadKind kind, Decision decision) : IMethod
{
    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        var head = ImprintedHead<float>.Imprint(kind, task.Support, task.SupportLabels, task.Classes);
        var scores = new Matrix<float>(task.Query.Rows, task.Ways);
        head.Scores(task.Query, scores.Values);
        return [new Scoring(scores, decision)];
    }
}
