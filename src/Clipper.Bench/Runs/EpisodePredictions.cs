using Clipper.Bench.Methods;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Runs;

/// <summary>What a scoring predicts of an episode's queries, kept small: of single-label data the best class (lowest
/// column on ties) whatever the decision is, as <c>accuracy</c> has it; of multi-label data, for each class, how many
/// of the thresholds its score reaches.</summary>
internal sealed class EpisodePredictions
{
    private readonly int[] _best;
    private readonly ushort[] _levels;
    private readonly int _columns;

    private EpisodePredictions(int[] best, ushort[] levels, int columns)
    {
        _best = best;
        _levels = levels;
        _columns = columns;
    }

    /// <summary>The predictions of a scoring.</summary>
    public static EpisodePredictions Of(Scoring scoring, bool isMultiLabel)
    {
        Matrix<float> scores = scoring.Scores;
        return isMultiLabel && !scoring.Decision.IsArgMax
            ? new EpisodePredictions([], Levels(scores.Values, scoring.Decision.Singles), scores.Columns)
            : new EpisodePredictions(Predictions.ArgMax<float>(scores), [], scores.Columns);
    }

    /// <summary>The columns that are predicted for a query.</summary>
    /// <param name="row">The query.</param>
    /// <param name="threshold">Place of the threshold among the decision's; of no account where the best class
    /// decides.</param>
    public IEnumerable<int> Of(int row, int threshold) => _levels.Length == 0
        ? [_best[row]]
        : Enumerable.Range(0, _columns).Where(column => _levels[(row * _columns) + column] > threshold);

    // The thresholds ascend, so that a score reaches the first so many of them.
    private static ushort[] Levels(ReadOnlySpan<float> scores, ReadOnlySpan<float> thresholds)
    {
        var levels = new ushort[scores.Length];
        for (int cell = 0; cell < levels.Length; cell++)
        {
            int level = 0;
            while (level < thresholds.Length && scores[cell] >= thresholds[level])
            {
                level++;
            }

            levels[cell] = (ushort)level;
        }

        return levels;
    }
}
