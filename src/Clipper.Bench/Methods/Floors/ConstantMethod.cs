using Clipper.Bench.Methods.Probes;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods.Floors;

/// <summary>Gives every query the same scores, from the labels of the support alone.</summary>
internal sealed class ConstantMethod(ConstantPrediction predict) : IMethod
{
    private static readonly double[] _half = [0.5];

    /// <inheritdoc />
    public IReadOnlyList<Scoring> Score(EpisodeTask task)
    {
        float[] row = Row(task);
        var scores = new Matrix<float>(task.Query.Rows, task.Ways);
        for (int query = 0; query < scores.Rows; query++)
        {
            row.CopyTo(scores.Row(query));
        }

        return [new Scoring(scores, DecisionFor(task))];
    }

    private float[] Row(EpisodeTask task)
    {
        float[] frequencies = Array.ConvertAll(
            task.SupportLabels.Counts(), count => (float)count / task.SupportLabels.Rows);
        int best = Array.IndexOf(frequencies, frequencies.Max());
        return predict switch
        {
            ConstantPrediction.All => [.. frequencies.Select(_ => 1f)],
            ConstantPrediction.None => new float[task.Ways],
            ConstantPrediction.Majority when task.IsMultiLabel =>
                [.. frequencies.Select(share => share > 0.5f ? 1f : 0f)],
            ConstantPrediction.Majority => [.. frequencies.Select((_, column) => column == best ? 1f : 0f)],
            _ => frequencies,
        };
    }

    // All and none say nothing of a best class, so they are decided by a threshold on single-label data too.
    private Decision DecisionFor(EpisodeTask task) => predict switch
    {
        ConstantPrediction.All or ConstantPrediction.None => Decision.At(_half),
        ConstantPrediction.Majority => task.IsMultiLabel ? Decision.At(_half) : Decision.ArgMax,
        _ => task.IsMultiLabel ? Decision.At(ProbeOptions.DefaultThresholds) : Decision.ArgMax,
    };
}
