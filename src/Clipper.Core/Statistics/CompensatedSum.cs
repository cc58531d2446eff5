namespace Clipper.Core.Statistics;

/// <summary>A running sum whose rounding errors are carried along (Neumaier 1974): the same values in the same order
/// give the same bits everywhere, and the error does not grow with their number.</summary>
public record struct CompensatedSum
{
    private double _sum;
    private double _lost;

    /// <summary>The sum so far.</summary>
    public readonly double Value => double.IsFinite(_sum) ? _sum + _lost : _sum;

    /// <summary>The sum of <paramref name="values"/> in their order; 0 where there are none.</summary>
    public static double Of(ReadOnlySpan<double> values)
    {
        CompensatedSum sum = default;
        foreach (double value in values)
        {
            sum.Add(value);
        }

        return sum.Value;
    }

    /// <summary>Adds one value.</summary>
    public void Add(double value)
    {
        double sum = _sum + value;
        _lost += Math.Abs(_sum) >= Math.Abs(value) ? _sum - sum + value : value - sum + _sum;
        _sum = sum;
    }
}
