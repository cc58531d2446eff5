using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Decisions made from scores.</summary>
public static class Predictions
{
    /// <summary>For each row the classes with score ≥ <paramref name="threshold"/> (inclusive, PROTOCOL section 1.4),
    /// compared in the type of the scores.</summary>
    public static LabelRows AtLeast<T>(MatrixView<T> scores, T threshold)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var rows = new int[scores.Rows][];
        var classes = new List<int>();
        for (int row = 0; row < rows.Length; row++)
        {
            ReadOnlySpan<T> values = scores.Row(row);
            classes.Clear();
            for (int c = 0; c < values.Length; c++)
            {
                if (values[c] >= threshold)
                {
                    classes.Add(c);
                }
            }

            rows[row] = [.. classes];
        }

        return LabelRows.Of(rows, scores.Columns);
    }

    /// <summary>For each row the class of the largest score, the lowest index on ties (numpy <c>argmax</c>).</summary>
    /// <exception cref="UndefinedMetricException">There is no class to choose.</exception>
    public static int[] ArgMax<T>(MatrixView<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (scores.Columns == 0)
        {
            throw new UndefinedMetricException("Arg-max", "there is no class");
        }

        var best = new int[scores.Rows];
        for (int row = 0; row < best.Length; row++)
        {
            best[row] = ArgMax(scores.Row(row));
        }

        return best;
    }

    private static int ArgMax<T>(ReadOnlySpan<T> scores)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        int best = 0;
        for (int c = 1; c < scores.Length; c++)
        {
            best = scores[c] > scores[best] ? c : best;
        }

        return best;
    }
}
