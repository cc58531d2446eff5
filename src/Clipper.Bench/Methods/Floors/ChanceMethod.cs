using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Methods.Floors;

/// <summary>Scores uniform in [0, 1), from a stream of the episode; the best class, or on multi-label data those from ½
/// on.</summary>
/// <param name="dataset">Names the stream.</param>
internal sealed class ChanceMethod(string dataset) : IMethod
{
    private static readonly double[] _half = [0.5];

    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        var random = new RandomState(Seed.Derive("chance", dataset, task.Seed));
        var scores = new Matrix<float>(task.Query.Rows, task.Ways);
        foreach (ref float score in scores.Values)
        {
            score = (float)random.NextDouble();
        }

        return [new Scoring(scores, task.IsMultiLabel ? Decision.At(_half) : Decision.ArgMax)];
    }
}
