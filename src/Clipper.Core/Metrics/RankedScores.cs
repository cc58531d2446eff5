using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Binary ranking problems of equal size: for each the ascending scores of its positives and of its
/// negatives. Two plain sorts replace sorting (score, truth) pairs, and ties between the halves are met while
/// merging.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal sealed class RankedScores<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly T[] _values;
    private readonly int[] _positives;
    private readonly int _size;

    // Problem p owns values[p·size .. (p+1)·size): positives from the front, negatives from the back.
    private RankedScores(T[] values, int[] positives, int size)
    {
        _values = values;
        _positives = positives;
        _size = size;
        for (int problem = 0; problem < positives.Length; problem++)
        {
            RadixSort.Sort(Half(problem, positive: true));
            RadixSort.Sort(Half(problem, positive: false));
        }
    }

    /// <summary>Number of problems.</summary>
    public int Count => _positives.Length;

    /// <summary>A value of every problem, in problem order.</summary>
    public double[] Each(Func<RankedScores<T>, int, double> value)
    {
        var values = new double[Count];
        for (int problem = 0; problem < values.Length; problem++)
        {
            values[problem] = value(this, problem);
        }

        return values;
    }

    /// <summary>Scores of the positives of a problem, ascending.</summary>
    public ReadOnlySpan<T> Positives(int problem) => Half(problem, positive: true);

    /// <summary>Scores of the negatives of a problem, ascending.</summary>
    public ReadOnlySpan<T> Negatives(int problem) => Half(problem, positive: false);

    /// <summary>The problems that an average runs over: classes (macro, weighted), rows (samples) or all cells at once
    /// (micro).</summary>
    public static RankedScores<T> Of(LabelRows truth, MatrixView<T> scores, Averaging averaging)
    {
        MetricInput.Check(truth, scores);
        return averaging switch
        {
            Averaging.Macro or Averaging.Weighted => Fill(truth, scores, scores.Columns, perRow: 0, perClass: 1),
            Averaging.Samples => Fill(truth, scores, scores.Rows, perRow: 1, perClass: 0),
            Averaging.Micro => Fill(truth, scores, 1, perRow: 0, perClass: 0),
            _ => throw new ArgumentOutOfRangeException(nameof(averaging), averaging, null),
        };
    }

    /// <summary>One problem.</summary>
    public static RankedScores<T> Of(ReadOnlySpan<bool> truth, ReadOnlySpan<T> scores)
    {
        MetricInput.Check(truth, scores);
        var values = new T[scores.Length];
        int positives = 0;
        for (int i = 0; i < values.Length; i++)
        {
            values[truth[i] ? positives++ : values.Length - 1 - (i - positives)] = scores[i];
        }

        return new(values, [positives], values.Length);
    }

    // Cell (row, c) belongs to problem row·perRow + c·perClass.
    private static RankedScores<T> Fill(
        LabelRows truth, MatrixView<T> scores, int problems, int perRow, int perClass)
    {
        int size = problems == 0 ? 0 : scores.Values.Length / problems;
        var values = new T[scores.Values.Length];
        var positives = new int[problems];
        var negatives = new int[problems];
        for (int row = 0; row < scores.Rows; row++)
        {
            ReadOnlySpan<T> line = scores.Row(row);
            ReadOnlySpan<int> labels = truth.Row(row);
            int next = 0;
            for (int c = 0; c < line.Length; c++)
            {
                int problem = (row * perRow) + (c * perClass);
                bool positive = next < labels.Length && labels[next] == c;
                next += positive ? 1 : 0;
                int place = positive ? positives[problem]++ : size - 1 - negatives[problem]++;
                values[(problem * size) + place] = line[c];
            }
        }

        return new(values, positives, size);
    }

    private Span<T> Half(int problem, bool positive)
    {
        Span<T> all = _values.AsSpan(problem * _size, _size);
        int positives = _positives[problem];
        return positive ? all[..positives] : all[positives..];
    }
}
