using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's vertical pass over 8-bit channels: every wanted row is a weighted sum of source rows.</summary>
/// <remarks>The vector paths interleave two rows byte by byte, so that one multiply-add takes two taps.</remarks>
internal static class VerticalPass
{
    /// <summary>Columns that a vector step makes.</summary>
    private const int Block = 16;

    /// <summary>Resamples columns.</summary>
    /// <param name="source">Rows of bytes, as wide as those of the target.</param>
    /// <param name="axis">Which rows each wanted row reads, and its weights.</param>
    /// <param name="target">The wanted rows.</param>
    /// <param name="level">Instructions to use.</param>
    public static void Run(ReadOnlySpan<byte> source, FixedAxis axis, Span<byte> target, VectorLevel level)
    {
        int taps = axis.Taps;
        int width = target.Length / axis.Count;
        for (int y = 0; y < axis.Count; y++)
        {
            Column column = new(
                source[(axis.First[y] * width)..],
                width,
                axis.High.Slice(y * taps, taps),
                axis.Low.Slice(y * taps, taps));
            RunRow(column, target.Slice(y * width, width), level);
        }
    }

    private static void RunRow(in Column column, Span<byte> target, VectorLevel level)
    {
        int done = 0;
        if (level != VectorLevel.Scalar)
        {
            for (; done + Block <= target.Length; done += Block)
            {
                Vector128<byte> values = level == VectorLevel.Avx512 ? SumAvx512(column, done) : SumAvx2(column, done);
                values.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)done);
            }
        }

        for (; done < target.Length; done++)
        {
            target[done] = SumScalar(column, done);
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

    private static Vector128<byte> SumAvx512(in Column column, int at)
    {
        ref int high = ref column.HighPairs;
        ref int low = ref column.LowPairs;
        Vector512<int> highs = Vector512<int>.Zero;
        Vector512<int> lows = Vector512<int>.Zero;
        for (int pair = 0; pair < column.Pairs; pair++)
        {
            Vector512<short> values = Avx512BW.ConvertToVector512Int16(column.Interleave(pair, at));
            highs += Avx512BW.MultiplyAddAdjacent(values, Vector512.Create(Unsafe.Add(ref high, pair)).AsInt16());
            lows += Avx512BW.MultiplyAddAdjacent(values, Vector512.Create(Unsafe.Add(ref low, pair)).AsInt16());
        }

        Vector512<int> sums = (highs << FixedAxis.LowBits) + lows + Vector512.Create(FixedAxis.Rounding);
        Vector512<int> clipped = Vector512.Max(sums >> FixedAxis.Precision, Vector512<int>.Zero);
        return Avx512F.ConvertToVector128ByteWithSaturation(clipped.AsUInt32());
    }

    private static Vector128<byte> SumAvx2(in Column column, int at)
    {
        ref int high = ref column.HighPairs;
        ref int low = ref column.LowPairs;
        (Vector256<int> high0, Vector256<int> high1) = (Vector256<int>.Zero, Vector256<int>.Zero);
        (Vector256<int> low0, Vector256<int> low1) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (int pair = 0; pair < column.Pairs; pair++)
        {
            Vector256<byte> bytes = column.Interleave(pair, at);
            Vector256<short> left = Avx2.ConvertToVector256Int16(bytes.GetLower());
            Vector256<short> right = Avx2.ConvertToVector256Int16(bytes.GetUpper());
            Vector256<short> highPair = Vector256.Create(Unsafe.Add(ref high, pair)).AsInt16();
            Vector256<short> lowPair = Vector256.Create(Unsafe.Add(ref low, pair)).AsInt16();
            high0 += Avx2.MultiplyAddAdjacent(left, highPair);
            high1 += Avx2.MultiplyAddAdjacent(right, highPair);
            low0 += Avx2.MultiplyAddAdjacent(left, lowPair);
            low1 += Avx2.MultiplyAddAdjacent(right, lowPair);
        }

        return Sse2.PackUnsignedSaturate(
            Round((high0 << FixedAxis.LowBits) + low0), Round((high1 << FixedAxis.LowBits) + low1));
    }

    private static Vector128<short> Round(Vector256<int> sums)
    {
        Vector256<int> values = (sums + Vector256.Create(FixedAxis.Rounding)) >> FixedAxis.Precision;
        return Sse2.PackSignedSaturate(values.GetLower(), values.GetUpper());
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

        /// <summary>Sixteen bytes of two neighbouring rows in turn. Rows past the last stand in with weight
        /// zero.</summary>
        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector256<byte> Interleave(int pair, int at)
        {
            ref byte pixels = ref MemoryMarshal.GetReference(Source);
            int upperRow = Math.Min(2 * pair, _last);
            int lowerRow = Math.Min((2 * pair) + 1, _last);
            Vector128<byte> upper = Vector128.LoadUnsafe(ref pixels, (nuint)((upperRow * Width) + at));
            Vector128<byte> lower = Vector128.LoadUnsafe(ref pixels, (nuint)((lowerRow * Width) + at));
            return Vector256.Create(Sse2.UnpackLow(upper, lower), Sse2.UnpackHigh(upper, lower));
        }
    }
}
