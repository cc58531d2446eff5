using System.Buffers;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>The weights of an axis in Pillow's 22-bit fixed point, rounded half away from zero, each split into
/// <c>high·2¹¹ + low</c> so that sums of 16-bit products give the same integer.</summary>
internal sealed class FixedWeights : IDisposable
{
    /// <summary>Fraction bits of a weight.</summary>
    public const int Precision = 22;

    /// <summary>Bits of the low part.</summary>
    public const int LowBits = 11;

    /// <summary>Half of the last place of the result, added before the shift.</summary>
    public const int Rounding = 1 << (Precision - 1);

    private readonly short[] _high;
    private readonly short[] _low;
    private readonly int _length;

    /// <summary>Rounds the weights of an axis.</summary>
    public FixedWeights(BicubicAxis axis)
    {
        ReadOnlySpan<double> weights = axis.Weights;
        _length = weights.Length;
        _high = ArrayPool<short>.Shared.Rent(_length);
        _low = ArrayPool<short>.Shared.Rent(_length);
        for (int i = 0; i < _length; i++)
        {
            int weight = (int)((weights[i] * (1 << Precision)) + (weights[i] < 0 ? -0.5 : 0.5));
            _high[i] = (short)(weight >> LowBits);
            _low[i] = (short)(weight & ((1 << LowBits) - 1));
        }
    }

    /// <summary>High parts, position by position.</summary>
    public ReadOnlySpan<short> High => _high.AsSpan(0, _length);

    /// <summary>Low parts, position by position; never negative.</summary>
    public ReadOnlySpan<short> Low => _low.AsSpan(0, _length);

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<short>.Shared.Return(_high);
        ArrayPool<short>.Shared.Return(_low);
    }
}
