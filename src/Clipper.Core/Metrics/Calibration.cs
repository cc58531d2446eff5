using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Metrics;

/// <summary>Expected calibration error Σ (n_b / N) · |accuracy_b − confidence_b| over equal bins of confidence, bin of
/// c = clamp(⌈c·bins⌉ − 1, 0, bins − 1), so bins are (i/bins, (i+1)/bins] (Guo et al. 2017; not in sklearn). Sums run
/// in double in sample order.</summary>
public sealed class Calibration
{
    /// <summary>The usual number of bins.</summary>
    public const int DefaultBins = 15;

    // Softmax in float32 may exceed 1 by rounding.
    private const double Slack = 1e-6;

    private readonly long[] _counts;
    private readonly long[] _right;
    private readonly double[] _confidence;

    private Calibration(int bins)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(bins, 1);
        _counts = new long[bins];
        _right = new long[bins];
        _confidence = new double[bins];
    }

    /// <summary>The bins, from the lowest confidence up.</summary>
    public IReadOnlyList<CalibrationBin> Bins =>
        [.. _counts.Select((n, b) => new CalibrationBin(n, (double)_right[b] / n, _confidence[b] / n))];

    /// <summary>The error, in [0, 1]; lower is better.</summary>
    public double Error
    {
        get
        {
            double samples = _counts.Sum();
            double sum = 0;
            foreach (CalibrationBin bin in Bins)
            {
                sum += bin.Count == 0 ? 0 : bin.Count / samples * Math.Abs(bin.Accuracy - bin.Confidence);
            }

            return sum;
        }
    }

    /// <summary>Of the best class of each sample: confidence = largest score, right where it is the label (lowest
    /// index on ties).</summary>
    /// <param name="truth">One column index a sample.</param>
    /// <param name="scores">Probabilities [samples, classes].</param>
    /// <param name="bins">Number of bins.</param>
    /// <exception cref="ArgumentException">The lengths differ, a label names no column, or bins &lt; 1.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">A confidence is outside [0, 1], or there are no samples.</exception>
    public static Calibration TopOne<T>(ReadOnlySpan<int> truth, MatrixView<T> scores, int bins = DefaultBins)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.Check(truth, scores);
        MetricInput.RequireSamples("Calibration error", truth.Length);
        var calibration = new Calibration(bins);
        int[] best = Predictions.ArgMax(scores);
        for (int row = 0; row < best.Length; row++)
        {
            calibration.Add(double.CreateChecked(scores.Row(row)[best[row]]), best[row] == truth[row]);
        }

        return calibration;
    }

    /// <summary>Of every cell: confidence = score, right where the sample carries the class.</summary>
    /// <param name="truth">The labels.</param>
    /// <param name="scores">Probabilities [samples, classes].</param>
    /// <param name="bins">Number of bins.</param>
    /// <exception cref="ArgumentException">The shapes differ, or bins &lt; 1.</exception>
    /// <exception cref="ScoreException">A score is NaN.</exception>
    /// <exception cref="UndefinedMetricException">A score is outside [0, 1], or there are no samples.</exception>
    public static Calibration Binary<T>(LabelRows truth, MatrixView<T> scores, int bins = DefaultBins)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        MetricInput.Check(truth, scores);
        MetricInput.RequireSamples("Calibration error", scores.Values.Length);
        var calibration = new Calibration(bins);
        for (int row = 0; row < scores.Rows; row++)
        {
            ReadOnlySpan<T> line = scores.Row(row);
            for (int c = 0; c < line.Length; c++)
            {
                calibration.Add(double.CreateChecked(line[c]), truth.Has(row, c));
            }
        }

        return calibration;
    }

    private void Add(double confidence, bool right)
    {
        if (confidence is < 0 or > 1 + Slack)
        {
            throw new UndefinedMetricException("Calibration error", "scores outside [0, 1] are not probabilities");
        }

        int bin = Math.Clamp((int)Math.Ceiling(confidence * _counts.Length) - 1, 0, _counts.Length - 1);
        _counts[bin]++;
        _right[bin] += right ? 1 : 0;
        _confidence[bin] += confidence;
    }
}
