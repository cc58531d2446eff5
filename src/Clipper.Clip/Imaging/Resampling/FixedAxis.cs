using System.Buffers;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>An axis with its weights in Pillow's 22-bit fixed point, rounded half away from zero, each split into
/// <c>high·2¹¹ + low</c> so that sums of 16-bit products give the same integer.</summary>
internal sealed class FixedAxis : IDisposable
{
    /// <summary>Fraction bits of a weight.</summary>
    public const int Precision = 22;

    /// <summary>Bits of the low part.</summary>
    public const int LowBits = 11;

    /// <summary>Half of the last place of the result, added before the shift.</summary>
    public const int Rounding = 1 << (Precision - 1);

    private readonly BicubicAxis _axis;
    private readonly short[] _high;
    private readonly short[] _low;

    /// <summary>Rounds the weights of an axis, which stays the caller's.</summary>
    public FixedAxis(BicubicAxis axis)
    {
        _axis = axis;
        ReadOnlySpan<double> weights = axis.Weights;
        _high = ArrayPool<short>.Shared.Rent(weights.Length);
        _low = ArrayPool<short>.Shared.Rent(weights.Length);
        for (int i = 0; i < weights.Length; i++)
        {
            int weight = (int)((weights[i] * (1 << Precision)) + (weights[i] < 0 ? -0.5 : 0.5));
            _high[i] = (short)(weight >> LowBits);
            _low[i] = (short)(weight & ((1 << LowBits) - 1));
        }
    }

    /// <summary>Number of output positions.</summary>
    public int Count => _axis.Count;

    /// <summary>Weights a position, a multiple of four.</summary>
    public int Taps => _axis.Taps;

    /// <summary>The most weights that a position has before zeros are added.</summary>
    public int Reach => _axis.Reach;

    /// <summary>First source position of every output position.</summary>
    public ReadOnlySpan<int> First => _axis.First;

    /// <summary>High parts, Count × Taps.</summary>
    public ReadOnlySpan<short> High => _high.AsSpan(0, Count * Taps);

    /// <summary>Low parts, Count × Taps; never negative.</summary>
    public ReadOnlySpan<short> Low => _low.AsSpan(0, Count * Taps);

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<short>.Shared.Return(_high);
        ArrayPool<short>.Shared.Return(_low);
    }
}
