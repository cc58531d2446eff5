using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Runs;

/// <summary>Metrics at a step of a stream, where labels that are not learnt yet count for nothing, or, as in the
/// reference, fold into a class of their own (PROTOCOL section 8).</summary>
/// <param name="view">The stream.</param>
/// <param name="quirks">Whether they fold (<see cref="QuirkCatalog.Unseen"/>), and how labels are left out
/// (<see cref="QuirkCatalog.Labels"/>).</param>
/// <param name="metrics">The metrics.</param>
internal sealed class StreamEvaluation(StreamView view, ProtocolQuirks quirks, MetricSheet metrics)
{
    /// <summary>All values of a scoring over the first <paramref name="ways"/> classes.</summary>
    public double[] Values(int ways, Scoring scoring) =>
        quirks.Follows(QuirkCatalog.Unseen) ? Folded(ways, scoring) : OfSeen(ways, scoring);

    // The queries that carry a class seen so far, over those classes.
    private double[] OfSeen(int ways, Scoring scoring)
    {
        LabelRows truth = view.Truth.Part(0, view.Truth.Rows, 0, ways);
        int[] rows = [.. Enumerable.Range(0, truth.Rows).Where(row => !truth.Row(row).IsEmpty)];
        if (rows.Length == truth.Rows)
        {
            return metrics.Values(truth, scoring);
        }

        var scores = new Matrix<float>(rows.Length, ways);
        for (int i = 0; i < rows.Length; i++)
        {
            scoring.Scores.Row(rows[i]).CopyTo(scores.Row(i));
        }

        var labels = LabelRows.Of([.. rows.Select(row => truth.Row(row).ToArray())], ways);
        return metrics.Values(labels, scoring with { Scores = scores });
    }

    // All queries. One that is left without a label is to be answered with nothing; "nothing" is then a class, the
    // first column, which is predicted where no other is.
    private double[] Folded(int ways, Scoring scoring)
    {
        int[][] kept = [.. view.QueryLabels.Select(labels => Kept(labels, ways))];
        int first = kept.Any(labels => labels.Length == 0) ? 1 : 0;
        int[] left = [.. kept.SelectMany(labels => labels).Where(label => label >= ways).Distinct().Order()];
        int columns = first + ways + left.Length;
        var truth = LabelRows.Of(
            [
                .. kept.Select(labels => labels.Length == 0 ? [0] : Array.ConvertAll(
                    labels, label => first + (label < ways ? label : ways + Array.IndexOf(left, label)))),
            ],
            columns);
        var scores = new Matrix<float>(truth.Rows, columns);
        for (int row = 0; row < truth.Rows; row++)
        {
            Fold(scoring.Scores.Row(row), scoring.Decision.IsArgMax, scores.Row(row), first);
        }

        return metrics.Values(truth, scores, Predictions(scoring, first, columns));
    }

    // A class that cannot be predicted scores 0; so does nothing where the best class always is. Else nothing is as
    // likely as the best class is not.
    private static void Fold(ReadOnlySpan<float> own, bool isArgMax, Span<float> row, int first)
    {
        row.Fill(isArgMax ? float.NegativeInfinity : 0);
        own.CopyTo(row[first..]);
        if (first > 0 && !isArgMax)
        {
            row[0] = 1 - System.Numerics.Tensors.TensorPrimitives.Max(own);
        }
    }

    private static IReadOnlyList<LabelRows> Predictions(Scoring scoring, int first, int columns)
    {
        Matrix<float> scores = scoring.Scores;
        return scoring.Decision.IsArgMax
            ? [LabelRows.Single(
                Array.ConvertAll(Core.Metrics.Predictions.ArgMax<float>(scores), best => first + best), columns)]
            : [.. scoring.Decision.Singles.ToArray().Select(threshold => AtLeast(scores, threshold, first, columns))];
    }

    private static LabelRows AtLeast(Matrix<float> scores, float threshold, int first, int columns)
    {
        var rows = new int[scores.Rows][];
        for (int row = 0; row < rows.Length; row++)
        {
            var labels = new List<int>();
            for (int c = 0; c < scores.Columns; c++)
            {
                if (scores.Row(row)[c] >= threshold)
                {
                    labels.Add(first + c);
                }
            }

            rows[row] = labels.Count > 0 || first == 0 ? [.. labels] : [0];
        }

        return LabelRows.Of(rows, columns);
    }

    private int[] Kept(int[] labels, int ways)
    {
        var kept = labels.ToList();
        if (!quirks.Follows(QuirkCatalog.Labels))
        {
            kept.RemoveAll(label => label >= ways);
            return [.. kept];
        }

        // As the reference: what stands behind a deleted label moves into its place and is passed over.
        for (int i = 0; i < kept.Count; i++)
        {
            if (kept[i] >= ways)
            {
                kept.RemoveAt(i);
            }
        }

        return [.. kept];
    }
}
