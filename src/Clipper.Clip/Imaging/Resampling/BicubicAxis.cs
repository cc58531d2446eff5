using System.Buffers;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's bicubic weights of one axis (libImaging/Resample.c): a = −½, antialiased when it shrinks, computed
/// and normalised in double.</summary>
/// <remarks>Rows of weights are <see cref="Taps"/> long, padded with zeros to a multiple of four; no position has more
/// than <see cref="Reach"/> of its own.</remarks>
internal sealed class BicubicAxis : IDisposable
{
    private const double Support = 2.0;
    private const int TapStep = 4;

    private readonly int[] _first;
    private readonly double[] _weights;

    /// <summary>Computes the weights of the wanted positions alone.</summary>
    public BicubicAxis(AxisWindow window)
    {
        double filterScale = Math.Max(window.Scale, 1.0);
        double support = Support * filterScale;
        Count = window.Count;
        _first = ArrayPool<int>.Shared.Rent(Count);
        int end = 0;
        for (int i = 0; i < Count; i++)
        {
            (_first[i], int to) = Ends(window, i, support);
            end = Math.Max(end, to);
            Reach = Math.Max(Reach, to - _first[i]);
        }

        Taps = (Reach + TapStep - 1) / TapStep * TapStep;
        Band = window.IsIdentity ? ((int)window.Start, Count) : (_first[0], end - _first[0]);
        _weights = ArrayPool<double>.Shared.Rent(checked(Count * Taps));
        for (int i = 0; i < Count; i++)
        {
            (int from, int to) = Ends(window, i, support);
            Fill(_weights.AsSpan(i * Taps, Taps), from, to, Centre(window, i), 1.0 / filterScale);
        }
    }

    /// <summary>Number of output positions.</summary>
    public int Count { get; }

    /// <summary>Weights a position, a multiple of four.</summary>
    public int Taps { get; }

    /// <summary>The most weights that a position has before zeros are added.</summary>
    public int Reach { get; }

    /// <summary>First source position of every output position.</summary>
    public ReadOnlySpan<int> First => _first.AsSpan(0, Count);

    /// <summary>The source positions that the window reads: all that have a weight, or, where the axis keeps its
    /// length, those of the window itself.</summary>
    public (int First, int Count) Band { get; }

    /// <summary>Weights, Count × Taps; their sum is 1 in every row.</summary>
    public ReadOnlySpan<double> Weights => _weights.AsSpan(0, Count * Taps);

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_first);
        ArrayPool<double>.Shared.Return(_weights);
    }

    /// <summary>The positions' first source positions, counted from <paramref name="origin"/>.</summary>
    public void ShiftOrigin(int origin)
    {
        foreach (ref int first in _first.AsSpan(0, Count))
        {
            first -= origin;
        }
    }

    private static double Centre(AxisWindow window, int position) => (window.Start + position + 0.5) * window.Scale;

    private static (int From, int To) Ends(AxisWindow window, int position, double support)
    {
        double centre = Centre(window, position);
        return (Math.Max((int)(centre - support + 0.5), 0), Math.Min((int)(centre + support + 0.5), window.Input));
    }

    private static void Fill(Span<double> weights, int from, int to, double centre, double inverseScale)
    {
        int count = to - from;
        double sum = 0;
        for (int i = 0; i < count; i++)
        {
            weights[i] = Kernel((i + from - centre + 0.5) * inverseScale);
            sum += weights[i];
        }

        for (int i = 0; i < count; i++)
        {
            weights[i] = sum == 0 ? weights[i] : weights[i] / sum;
        }

        weights[count..].Clear();
    }

    private static double Kernel(double x)
    {
        const double a = -0.5;
        x = Math.Abs(x);
        return x switch
        {
            < 1.0 => ((((a + 2.0) * x) - (a + 3.0)) * x * x) + 1,
            < 2.0 => ((((x - 5) * x) + 8) * x - 4) * a,
            _ => 0.0,
        };
    }
}
