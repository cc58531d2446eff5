using System.Buffers;
using System.Runtime.InteropServices;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>An axis for <see cref="BlockPass"/>: blocks of sixteen neighbouring bytes of a result row, the last block
/// ending with the row. One permutation of 64 source bytes fetches what a block's bytes read of two taps; the next two
/// taps lie two pixels further on, in the same order.</summary>
internal sealed class BlockAxis : IDisposable
{
    /// <summary>Bytes of a block.</summary>
    public const int Width = 16;

    /// <summary>Bytes of which a permutation takes some.</summary>
    public const int Window = 64;

    private readonly int[] _starts;
    private readonly byte[] _orders;
    private readonly int[] _weights;

    private BlockAxis(FixedAxis axis, int channels)
    {
        Count = CountOf(axis, channels);
        Pairs = (axis.Reach + 1) / 2;
        Step = 2 * channels;
        _starts = ArrayPool<int>.Shared.Rent(Count);
        _orders = ArrayPool<byte>.Shared.Rent(Count * Window);
        _weights = ArrayPool<int>.Shared.Rent(checked(2 * Count * Pairs * Width));
        for (int block = 0; block < Count; block++)
        {
            int first = FirstByte(axis, channels, block);
            _starts[block] = axis.First[first / channels] * channels;
            SetOrder(axis, channels, first, _orders.AsSpan(block * Window, Window));
            SetWeights(axis, channels, first, _weights.AsSpan(2 * block * Pairs * Width, 2 * Pairs * Width));
        }
    }

    /// <summary>Number of blocks.</summary>
    public int Count { get; }

    /// <summary>Pairs of taps.</summary>
    public int Pairs { get; }

    /// <summary>Source bytes from one pair of taps to the next.</summary>
    public int Step { get; }

    /// <summary>Source bytes from a row's start to the end of the last vector that is read.</summary>
    public int Reach => _starts[Count - 1] + ((Pairs - 1) * Step) + Window;

    /// <summary>First source byte of every block.</summary>
    public ReadOnlySpan<int> Starts => _starts.AsSpan(0, Count);

    /// <summary>Of every block 64 bytes: which source bytes, counted from the block's first, are the two taps of its
    /// bytes, each followed by a byte that does not count.</summary>
    public ReadOnlySpan<byte> Orders => _orders.AsSpan(0, Count * Window);

    /// <summary>Of every block and pair of taps: the high parts of sixteen pairs of weights, then the low
    /// parts.</summary>
    public ReadOnlySpan<int> Weights => _weights.AsSpan(0, 2 * Count * Pairs * Width);

    /// <summary>Cuts an axis into blocks; null where a row is shorter than a block, or where the bytes of a block read
    /// further apart than a permutation reaches.</summary>
    public static BlockAxis? TryMake(FixedAxis axis, int channels)
    {
        if (axis.Count * channels < Width)
        {
            return null;
        }

        for (int block = 0; block < CountOf(axis, channels); block++)
        {
            int first = FirstByte(axis, channels, block);
            int distance = axis.First[(first + Width - 1) / channels] - axis.First[first / channels];
            if ((distance + 2) * channels > Window)
            {
                return null;
            }
        }

        return new BlockAxis(axis, channels);
    }

    /// <summary>Gives the memory back.</summary>
    public void Dispose()
    {
        ArrayPool<int>.Shared.Return(_starts);
        ArrayPool<byte>.Shared.Return(_orders);
        ArrayPool<int>.Shared.Return(_weights);
    }

    private static int CountOf(FixedAxis axis, int channels) => ((axis.Count * channels) + Width - 1) / Width;

    private static int FirstByte(FixedAxis axis, int channels, int block) =>
        Math.Min(block * Width, (axis.Count * channels) - Width);

    private static void SetOrder(FixedAxis axis, int channels, int first, Span<byte> order)
    {
        int origin = axis.First[first / channels];
        for (int i = 0; i < Width; i++)
        {
            (int column, int channel) = Math.DivRem(first + i, channels);
            int at = ((axis.First[column] - origin) * channels) + channel;
            order[4 * i] = (byte)at;
            order[(4 * i) + 2] = (byte)(at + channels);
            (order[(4 * i) + 1], order[(4 * i) + 3]) = (0, 0);
        }
    }

    private void SetWeights(FixedAxis axis, int channels, int first, Span<int> weights)
    {
        ReadOnlySpan<int> high = MemoryMarshal.Cast<short, int>(axis.High);
        ReadOnlySpan<int> low = MemoryMarshal.Cast<short, int>(axis.Low);
        int step = axis.Taps / 2;
        for (int i = 0; i < Width; i++)
        {
            int from = (first + i) / channels * step;
            for (int pair = 0; pair < Pairs; pair++)
            {
                weights[(2 * pair * Width) + i] = high[from + pair];
                weights[(((2 * pair) + 1) * Width) + i] = low[from + pair];
            }
        }
    }
}
