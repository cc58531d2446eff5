using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Benchmarks.Metrics;

/// <summary>Scores like those of an episode: sigmoids of cosines, the label's one higher than the others.</summary>
public sealed class EpisodeData
{
    /// <summary>Makes <paramref name="queries"/> samples, always the same.</summary>
    public EpisodeData(int queries, int ways)
    {
        var labels = new int[queries];
        Scores = new Matrix<float>(queries, ways);
        uint state = 20210615;
        for (int row = 0; row < queries; row++)
        {
            labels[row] = row % ways;
            for (int c = 0; c < ways; c++)
            {
                state = (state * 1664525) + 1013904223;
                float cosine = ((state >> 8) / 16777216f * 0.5f) + (c == labels[row] ? 0.3f : 0f);
                Scores.Row(row)[c] = 1 / (1 + MathF.Exp(-cosine));
            }
        }

        Truth = LabelRows.Single(labels, ways);
    }

    /// <summary>One label a sample.</summary>
    public LabelRows Truth { get; }

    /// <summary>Scores [queries, ways].</summary>
    public Matrix<float> Scores { get; }
}
