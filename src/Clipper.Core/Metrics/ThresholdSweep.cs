using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Tallies predictions "score ≥ threshold" at many thresholds in one pass over the scores. Each score is
/// reduced to its level, the number of thresholds that it reaches; predicted at the t-th lowest threshold means level
/// &gt; t. So histograms of levels, summed from the top, are the counts of every threshold.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal ref struct ThresholdSweep<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private readonly ReadOnlySpan<T> _thresholds;
    private readonly T _perUnit;
    private readonly int _levels;
    private readonly int _rows;

    // [class, level]: cells where the sample carries the class, and where it does not.
    private readonly long[] _positives;
    private readonly long[] _negatives;

    // [level]: the same within one row. Then the sum over rows, and the change in exact rows from threshold t − 1 to t.
    private readonly int[] _rowPositives;
    private readonly int[] _rowNegatives;
    private readonly SampleSums[] _samples;
    private readonly int[] _exactSteps;

    private ThresholdSweep(LabelRows truth, ReadOnlySpan<T> ascending)
    {
        _thresholds = ascending;
        T width = ascending.IsEmpty ? T.Zero : ascending[^1] - ascending[0];
        _perUnit = width > T.Zero && T.IsFinite(width) ? T.CreateChecked(ascending.Length - 1) / width : T.Zero;
        _levels = ascending.Length + 1;
        _rows = truth.Rows;
        _positives = new long[truth.Classes * _levels];
        _negatives = new long[truth.Classes * _levels];
        _rowPositives = new int[_levels];
        _rowNegatives = new int[_levels];
        _samples = new SampleSums[ascending.Length];
        _exactSteps = new int[_levels];
    }

    /// <summary>One tally for each threshold.</summary>
    /// <param name="truth">The labels.</param>
    /// <param name="scores">Scores [samples, classes], free of NaN.</param>
    /// <param name="ascending">Thresholds in ascending order.</param>
    public static DecisionTally[] Run(LabelRows truth, MatrixView<T> scores, ReadOnlySpan<T> ascending)
    {
        var sweep = new ThresholdSweep<T>(truth, ascending);
        for (int row = 0; row < scores.Rows; row++)
        {
            sweep.Add(scores.Row(row), truth.Row(row));
        }

        return sweep.Tallies(truth.Classes);
    }

    private readonly void Add(ReadOnlySpan<T> scores, ReadOnlySpan<int> labels)
    {
        Array.Clear(_rowPositives);
        Array.Clear(_rowNegatives);
        int next = 0;
        int lowestPositive = _levels - 1;
        int highestNegative = 0;
        for (int c = 0; c < scores.Length; c++)
        {
            int level = Level(scores[c]);
            int cell = (c * _levels) + level;
            if (next < labels.Length && labels[next] == c)
            {
                next++;
                _positives[cell]++;
                _rowPositives[level]++;
                lowestPositive = Math.Min(lowestPositive, level);
            }
            else
            {
                _negatives[cell]++;
                _rowNegatives[level]++;
                highestNegative = Math.Max(highestNegative, level);
            }
        }

        AddSample(labels.Length);

        // Exact at threshold t: no negative reaches it (level ≤ t) and every positive does (level > t).
        if (highestNegative < lowestPositive)
        {
            _exactSteps[highestNegative]++;
            _exactSteps[lowestPositive]--;
        }
    }

    private readonly void AddSample(int labels)
    {
        int both = 0;
        int falseAlarms = 0;
        for (int t = _levels - 2; t >= 0; t--)
        {
            both += _rowPositives[t + 1];
            falseAlarms += _rowNegatives[t + 1];
            _samples[t] = _samples[t].With(new ClassCounts(both, falseAlarms, labels - both, 0));
        }
    }

    // A guess that is right up to rounding on an even grid, then exact comparisons: right on any grid.
    private readonly int Level(T score)
    {
        if (_thresholds.IsEmpty)
        {
            return 0;
        }

        int level = Math.Clamp(int.CreateSaturating((score - _thresholds[0]) * _perUnit), 0, _thresholds.Length);
        while (level < _thresholds.Length && score >= _thresholds[level])
        {
            level++;
        }

        while (level > 0 && score < _thresholds[level - 1])
        {
            level--;
        }

        return level;
    }

    private readonly DecisionTally[] Tallies(int classes)
    {
        var tallies = new DecisionTally[_levels - 1];
        int exact = 0;
        for (int t = 0; t < tallies.Length; t++)
        {
            exact += _exactSteps[t];
            tallies[t] = new(_rows, new ClassCounts[classes], exact, _samples[t]);
        }

        for (int c = 0; c < classes; c++)
        {
            FillColumn(tallies, c);
        }

        return tallies;
    }

    private readonly void FillColumn(DecisionTally[] tallies, int c)
    {
        ReadOnlySpan<long> positives = _positives.AsSpan(c * _levels, _levels);
        ReadOnlySpan<long> negatives = _negatives.AsSpan(c * _levels, _levels);
        long support = 0;
        foreach (long count in positives)
        {
            support += count;
        }

        long hits = 0;
        long falseAlarms = 0;
        for (int t = tallies.Length - 1; t >= 0; t--)
        {
            hits += positives[t + 1];
            falseAlarms += negatives[t + 1];
            tallies[t].Columns[c] = new(hits, falseAlarms, support - hits, _rows - support - falseAlarms);
        }
    }
}
