namespace Clipper.Core.Probes;

/// <summary>Where the minimum of a convex function along a line may lie, told by slopes: they stay exact where
/// differences of values drown in rounding.</summary>
internal struct SlopeBracket
{
    private const double Growth = 4;

    private double _low;
    private double _lowSlope;
    private double _high;
    private double _highSlope;

    /// <summary>From the slope at 0, which is negative.</summary>
    public SlopeBracket(double slope)
    {
        _lowSlope = slope;
        _high = double.PositiveInfinity;
        Trial = 1;
    }

    /// <summary>The length to try next.</summary>
    public double Trial { get; private set; }

    /// <summary>Takes in what was found at <see cref="Trial"/>.</summary>
    /// <param name="slope">The slope there.</param>
    /// <param name="isTooHigh">The value there is not below that at 0, or no number.</param>
    public void Narrow(double slope, bool isTooHigh)
    {
        if (slope < 0 && !isTooHigh)
        {
            (_low, _lowSlope) = (Trial, slope);
        }
        else
        {
            (_high, _highSlope) = (Trial, slope);
        }

        Trial = double.IsInfinity(_high) ? Growth * Trial : Crossing();
    }

    /// <summary>Where a straight line through both slopes crosses zero; the middle where that is near an end or
    /// nowhere.</summary>
    private readonly double Crossing()
    {
        double share = _lowSlope / (_lowSlope - _highSlope);
        return _low + ((_high - _low) * (share is > 0.1 and < 0.9 ? share : 0.5));
    }
}
