namespace Clipper.Core.Metrics;

/// <summary>Equally spaced decision thresholds.
/// <para>Each is the double nearest to its decimal number, so it prints as 0.3, 0.31 … The reference's
/// <c>np.arange(0.30, 0.745, 0.01)</c> computes 0.3 + i·0.01 and is off by an ulp in places; rounded to float32, as
/// which scores are compared, both grids are the same bits.</para></summary>
public sealed class ThresholdGrid
{
    private readonly double[] _values;
    private readonly float[] _singles;

    private ThresholdGrid(double[] values)
    {
        _values = values;
        _singles = Array.ConvertAll(values, value => (float)value);
    }

    /// <summary>0.30, 0.31 … 0.74: covers every grid of the paper (PROTOCOL section 5.3).</summary>
    public static ThresholdGrid Paper { get; } = Of(0.30m, 0.74m, 0.01m);

    /// <summary>The thresholds, ascending, for records and tables.</summary>
    public IReadOnlyList<double> Values => _values;

    /// <summary>The same rounded to float32, for <see cref="MetricEvaluator"/>.</summary>
    public ReadOnlySpan<float> Singles => _singles;

    /// <summary><paramref name="first"/>, first + step … up to and including <paramref name="last"/>; in decimal, so
    /// without drift.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The step is not positive, or last &lt; first.</exception>
    public static ThresholdGrid Of(decimal first, decimal last, decimal step)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(step);
        ArgumentOutOfRangeException.ThrowIfLessThan(last, first);
        var values = new double[(int)((last - first) / step) + 1];
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = (double)(first + (i * step));
        }

        return new(values);
    }
}
