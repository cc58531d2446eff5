using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's vertical pass over 8-bit channels: every wanted row is a weighted sum of source rows.</summary>
internal static class VerticalPass
{
    private const int Block = 16;

    /// <summary>Resamples columns.</summary>
    /// <param name="source">Rows of bytes.</param>
    /// <param name="width">Bytes of a row, in the source and in the target.</param>
    /// <param name="axis">Which rows each wanted row reads.</param>
    /// <param name="weights">The axis' weights in fixed point.</param>
    /// <param name="target">axis.Count rows.</param>
    public static void Run(
        ReadOnlySpan<byte> source, int width, BicubicAxis axis, FixedWeights weights, Span<byte> target)
    {
        int rows = source.Length / width;
        for (int y = 0; y < axis.Count; y++)
        {
            ReadOnlySpan<short> high = weights.High.Slice(y * axis.Taps, axis.Taps);
            ReadOnlySpan<short> low = weights.Low.Slice(y * axis.Taps, axis.Taps);
            ReadOnlySpan<byte> from = source[(axis.First[y] * width)..];
            int last = rows - 1 - axis.First[y];
            RunRow(from, last, high, low, target.Slice(y * width, width));
        }
    }

    private static void RunRow(
        ReadOnlySpan<byte> source, int last, ReadOnlySpan<short> high, ReadOnlySpan<short> low, Span<byte> target)
    {
        int done = 0;
        if (Avx2.IsSupported)
        {
            for (; done + Block <= target.Length; done += Block)
            {
                Vector128<byte> values = Avx512BW.IsSupported
                    ? SumAvx512(source, done, target.Length, last, high, low)
                    : SumAvx2(source, done, target.Length, last, high, low);
                values.StoreUnsafe(ref MemoryMarshal.GetReference(target), (nuint)done);
            }
        }

        for (; done < target.Length; done++)
        {
            target[done] = SumScalar(source, done, target.Length, last, high, low);
        }
    }

    private static byte SumScalar(
        ReadOnlySpan<byte> source, int column, int width, int last, ReadOnlySpan<short> high, ReadOnlySpan<short> low)
    {
        int sum = FixedWeights.Rounding;
        for (int t = 0; t < high.Length; t++)
        {
            sum += source[(Math.Min(t, last) * width) + column] * ((high[t] << FixedWeights.LowBits) + low[t]);
        }

        return (byte)Math.Clamp(sum >> FixedWeights.Precision, 0, 255);
    }

    private static Vector128<byte> SumAvx512(
        ReadOnlySpan<byte> source, int column, int width, int last, ReadOnlySpan<short> high, ReadOnlySpan<short> low)
    {
        ref byte pixels = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), column);
        ReadOnlySpan<int> highPairs = MemoryMarshal.Cast<short, int>(high);
        ReadOnlySpan<int> lowPairs = MemoryMarshal.Cast<short, int>(low);
        Vector512<int> highs = Vector512<int>.Zero;
        Vector512<int> lows = Vector512<int>.Zero;
        for (int pair = 0; pair < highPairs.Length; pair++)
        {
            Vector512<short> values = Avx512BW.ConvertToVector512Int16(Interleave(ref pixels, pair, width, last));
            highs += Avx512BW.MultiplyAddAdjacent(values, Vector512.Create(highPairs[pair]).AsInt16());
            lows += Avx512BW.MultiplyAddAdjacent(values, Vector512.Create(lowPairs[pair]).AsInt16());
        }

        Vector512<int> sums = (highs << FixedWeights.LowBits) + lows + Vector512.Create(FixedWeights.Rounding);
        Vector512<int> clipped = Vector512.Max(sums >> FixedWeights.Precision, Vector512<int>.Zero);
        return Avx512F.ConvertToVector128ByteWithSaturation(clipped.AsUInt32());
    }

    private static Vector128<byte> SumAvx2(
        ReadOnlySpan<byte> source, int column, int width, int last, ReadOnlySpan<short> high, ReadOnlySpan<short> low)
    {
        ref byte pixels = ref Unsafe.Add(ref MemoryMarshal.GetReference(source), column);
        ReadOnlySpan<int> highPairs = MemoryMarshal.Cast<short, int>(high);
        ReadOnlySpan<int> lowPairs = MemoryMarshal.Cast<short, int>(low);
        (Vector256<int> high0, Vector256<int> high1) = (Vector256<int>.Zero, Vector256<int>.Zero);
        (Vector256<int> low0, Vector256<int> low1) = (Vector256<int>.Zero, Vector256<int>.Zero);
        for (int pair = 0; pair < highPairs.Length; pair++)
        {
            Vector256<byte> bytes = Interleave(ref pixels, pair, width, last);
            Vector256<short> left = Avx2.ConvertToVector256Int16(bytes.GetLower());
            Vector256<short> right = Avx2.ConvertToVector256Int16(bytes.GetUpper());
            Vector256<short> highPair = Vector256.Create(highPairs[pair]).AsInt16();
            Vector256<short> lowPair = Vector256.Create(lowPairs[pair]).AsInt16();
            high0 += Avx2.MultiplyAddAdjacent(left, highPair);
            high1 += Avx2.MultiplyAddAdjacent(right, highPair);
            low0 += Avx2.MultiplyAddAdjacent(left, lowPair);
            low1 += Avx2.MultiplyAddAdjacent(right, lowPair);
        }

        Vector256<int> first = Round((high0 << FixedWeights.LowBits) + low0);
        Vector256<int> second = Round((high1 << FixedWeights.LowBits) + low1);
        Vector128<short> firstWords = Sse2.PackSignedSaturate(first.GetLower(), first.GetUpper());
        Vector128<short> secondWords = Sse2.PackSignedSaturate(second.GetLower(), second.GetUpper());
        return Sse2.PackUnsignedSaturate(firstWords, secondWords);
    }

    private static Vector256<int> Round(Vector256<int> sums) =>
        (sums + Vector256.Create(FixedWeights.Rounding)) >> FixedWeights.Precision;

    /// <summary>Sixteen columns of two neighbouring rows, byte by byte in turn. Rows past the last have weight zero.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<byte> Interleave(ref byte pixels, int pair, int width, int last)
    {
        Vector128<byte> upper = Vector128.LoadUnsafe(ref pixels, (nuint)(Math.Min(2 * pair, last) * width));
        Vector128<byte> lower = Vector128.LoadUnsafe(ref pixels, (nuint)(Math.Min((2 * pair) + 1, last) * width));
        return Vector256.Create(Sse2.UnpackLow(upper, lower), Sse2.UnpackHigh(upper, lower));
    }
}
