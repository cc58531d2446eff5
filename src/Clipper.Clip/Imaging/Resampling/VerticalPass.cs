using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's vertical pass over 8-bit channels: every wanted row is a weighted sum of source rows.</summary>
/// <remarks>The vector paths interleave two rows byte by byte within each 128 bits, so that one multiply-add takes two
/// taps; the packing at the end undoes the order.</remarks>
internal static class VerticalPass
{
    /// <summary>Resamples columns.</summary>
    /// <param name="source">Rows of bytes, as wide as those of the target.</param>
    /// <param name="axis">Which rows each wanted row reads, and its weights.</param>
    /// <param name="target">The wanted rows.</param>
    /// <param name="level">Instructions to use.</param>
    public static void Run(ReadOnlySpan<byte> source, FixedAxis axis, Span<byte> target, VectorLevel level)
    {
        int width = target.Length / axis.Count;
        int pairs = (axis.Reach + 1) / 2;
        for (int y = 0; y < axis.Count; y++)
        {
            Column column = new(
                source[(axis.First[y] * width)..],
                width,
                axis.High.Slice(y * axis.Taps, 2 * pairs),
                axis.Low.Slice(y * axis.Taps, 2 * pairs));
            RunRow(column, target.Slice(y * width, width), level);
        }
    }

    // The last vector ends with the row, and so may do some bytes again.
    private static void RunRow(in Column column, Span<byte> target, VectorLevel level)
    {
        ref byte to = ref MemoryMarshal.GetReference(target);
        int last = target.Length - 1;
        if (level >= VectorLevel.Avx512 && target.Length >= Vector512<byte>.Count)
        {
            for (int at = 0; at <= last; at += Vector512<byte>.Count)
            {
                int from = Math.Min(at, target.Length - Vector512<byte>.Count);
                SumAvx512(column, from, ref Unsafe.Add(ref to, from));
            }
        }
        else if (level >= VectorLevel.Avx2 && target.Length >= Vector256<byte>.Count)
        {
            for (int at = 0; at <= last; at += Vector256<byte>.Count)
            {
                int from = Math.Min(at, target.Length - Vector256<byte>.Count);
                SumAvx2(column, from, ref Unsafe.Add(ref to, from));
            }
        }
        else
        {
            for (int at = 0; at <= last; at++)
            {
                target[at] = SumScalar(column, at);
            }
        }
    }

    private static byte SumScalar(in Column column, int at)
    {
        int sum = FixedAxis.Rounding;
        for (int t = 0, from = at; t < column.High.Length && from < column.Source.Length; t++, from += column.Width)
        {
            sum += column.Source[from] * ((column.High[t] << FixedAxis.LowBits) + column.Low[t]);
        }

        return (byte)Math.Clamp(sum >> FixedAxis.Precision, 0, 255);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumAvx512(in Column column, int at, ref byte target)
    {
        ref int highs = ref column.HighPairs;
        ref int lows = ref column.LowPairs;
        Vector512<byte> zero = Vector512<byte>.Zero;
        Sums512 sums0 = default, sums1 = default, sums2 = default, sums3 = default;
        for (int pair = 0; pair < column.Pairs; pair++)
        {
            Vector512<byte> upper = Vector512.LoadUnsafe(ref column.Row(2 * pair, at));
            Vector512<byte> lower = Vector512.LoadUnsafe(ref column.Row((2 * pair) + 1, at));
            Vector512<byte> left = Avx512BW.UnpackLow(upper, lower);
            Vector512<byte> right = Avx512BW.UnpackHigh(upper, lower);
            Vector512<short> high = Vector512.Create(Unsafe.Add(ref highs, pair)).AsInt16();
            Vector512<short> low = Vector512.Create(Unsafe.Add(ref lows, pair)).AsInt16();
            sums0 = sums0.Add(Avx512BW.UnpackLow(left, zero).AsInt16(), high, low);
            sums1 = sums1.Add(Avx512BW.UnpackHigh(left, zero).AsInt16(), high, low);
            sums2 = sums2.Add(Avx512BW.UnpackLow(right, zero).AsInt16(), high, low);
            sums3 = sums3.Add(Avx512BW.UnpackHigh(right, zero).AsInt16(), high, low);
        }

        Vector512<short> lefts = Avx512BW.PackSignedSaturate(sums0.Round(), sums1.Round());
        Vector512<short> rights = Avx512BW.PackSignedSaturate(sums2.Round(), sums3.Round());
        Avx512BW.PackUnsignedSaturate(lefts, rights).StoreUnsafe(ref target);
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private static void SumAvx2(in Column column, int at, ref byte target)
    {
        ref int highs = ref column.HighPairs;
        ref int lows = ref column.LowPairs;
        Vector256<byte> zero = Vector256<byte>.Zero;
        Sums256 sums0 = default, sums1 = default, sums2 = default, sums3 = default;
        for (int pair = 0; pair < column.Pairs; pair++)
        {
            Vector256<byte> upper = Vector256.LoadUnsafe(ref column.Row(2 * pair, at));
            Vector256<byte> lower = Vector256.LoadUnsafe(ref column.Row((2 * pair) + 1, at));
            Vector256<byte> left = Avx2.UnpackLow(upper, lower);
            Vector256<byte> right = Avx2.UnpackHigh(upper, lower);
            Vector256<short> high = Vector256.Create(Unsafe.Add(ref highs, pair)).AsInt16();
            Vector256<short> low = Vector256.Create(Unsafe.Add(ref lows, pair)).AsInt16();
            sums0 = sums0.Add(Avx2.UnpackLow(left, zero).AsInt16(), high, low);
            sums1 = sums1.Add(Avx2.UnpackHigh(left, zero).AsInt16(), high, low);
            sums2 = sums2.Add(Avx2.UnpackLow(right, zero).AsInt16(), high, low);
            sums3 = sums3.Add(Avx2.UnpackHigh(right, zero).AsInt16(), high, low);
        }

        Vector256<short> lefts = Avx2.PackSignedSaturate(sums0.Round(), sums1.Round());
        Vector256<short> rights = Avx2.PackSignedSaturate(sums2.Round(), sums3.Round());
        Avx2.PackUnsignedSaturate(lefts, rights).StoreUnsafe(ref target);
    }

    /// <summary>Sums of the weights' high and low parts.</summary>
    private readonly struct Sums512(Vector512<int> high, Vector512<int> low)
    {
        private readonly Vector512<int> _high = high;
        private readonly Vector512<int> _low = low;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Sums512 Add(Vector512<short> values, Vector512<short> high, Vector512<short> low) => new(
            _high + Avx512BW.MultiplyAddAdjacent(values, high), _low + Avx512BW.MultiplyAddAdjacent(values, low));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<int> Round() =>
            ((_high << FixedAxis.LowBits) + _low + Vector512.Create(FixedAxis.Rounding)) >> FixedAxis.Precision;
    }

    /// <summary>Sums of the weights' high and low parts.</summary>
    private readonly struct Sums256(Vector256<int> high, Vector256<int> low)
    {
        private readonly Vector256<int> _high = high;
        private readonly Vector256<int> _low = low;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Sums256 Add(Vector256<short> values, Vector256<short> high, Vector256<short> low) => new(
            _high + Avx2.MultiplyAddAdjacent(values, high), _low + Avx2.MultiplyAddAdjacent(values, low));

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<int> Round() =>
            ((_high << FixedAxis.LowBits) + _low + Vector256.Create(FixedAxis.Rounding)) >> FixedAxis.Precision;
    }

    /// <summary>What one wanted row reads: source rows from its first on, and its weights.</summary>
    private readonly ref struct Column(
        ReadOnlySpan<byte> source, int width, ReadOnlySpan<short> high, ReadOnlySpan<short> low)
    {
        private readonly int _last = (source.Length / width) - 1;

        public ReadOnlySpan<byte> Source { get; } = source;

        public int Width { get; } = width;

        public ReadOnlySpan<short> High { get; } = high;

        public ReadOnlySpan<short> Low { get; } = low;

        public int Pairs => High.Length / 2;

        public ref int HighPairs => ref Unsafe.As<short, int>(ref MemoryMarshal.GetReference(High));

        public ref int LowPairs => ref Unsafe.As<short, int>(ref MemoryMarshal.GetReference(Low));

        /// <summary>Where a row is read. Rows past the last stand in with weight zero.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public ref byte Row(int row, int at) => ref Unsafe.Add(
            ref MemoryMarshal.GetReference(Source), (Math.Min(row, _last) * Width) + at);
    }
}
