using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's horizontal pass over 8-bit channels: every row shrinks or grows to the wanted columns.</summary>
/// <remarks>The vector paths take four taps of all channels a step: a shuffle puts the bytes in the order channel, tap,
/// so that one multiply-add makes two sums a channel; 512 bits do two rows at once.</remarks>
internal static class HorizontalPass
{
    /// <summary>Bytes that a vector step reads, some of them past the last pixel that it needs.</summary>
    private const int StepBytes = 16;

    private const int StepTaps = 4;

    /// <summary>Resamples rows.</summary>
    /// <param name="source">Rows of interleaved channels, without padding.</param>
    /// <param name="channels">1 to 4.</param>
    /// <param name="axis">Where each wanted column reads, and its weights.</param>
    /// <param name="target">As many rows of wanted columns as the source has rows.</param>
    /// <param name="level">Instructions to use.</param>
    public static void Run(
        ReadOnlySpan<byte> source,
        int channels,
        (BicubicAxis Positions, FixedWeights Weights) axis,
        Span<byte> target,
        VectorLevel level)
    {
        int width = axis.Positions.Count * channels;
        int rows = target.Length / width;
        int stride = source.Length / rows;
        if (level == VectorLevel.Scalar)
        {
            RunScalar(source, stride, channels, axis, target);
            return;
        }

        int reach = ((axis.Positions.First[^1] + axis.Positions.Taps - StepTaps) * channels) + StepBytes;
        int direct = source.Length < reach ? 0 : Math.Min(((source.Length - reach) / stride) + 1, rows);
        RunVector(source, stride, channels, axis, target[..(direct * width)], level);
        if (direct < rows)
        {
            RunPadded(source[(direct * stride)..], stride, channels, axis, target[(direct * width)..], level);
        }
    }

    /// <summary>The last rows, copied to where a vector may read past their end.</summary>
    private static void RunPadded(
        ReadOnlySpan<byte> source,
        int stride,
        int channels,
        (BicubicAxis Positions, FixedWeights Weights) axis,
        Span<byte> target,
        VectorLevel level)
    {
        int length = source.Length + (axis.Positions.Taps * channels) + StepBytes;
        byte[] padded = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            source.CopyTo(padded);
            padded.AsSpan(source.Length).Clear();
            RunVector(padded, stride, channels, axis, target, level);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(padded);
        }
    }

    private static void RunScalar(
        ReadOnlySpan<byte> source,
        int stride,
        int channels,
        (BicubicAxis Positions, FixedWeights Weights) axis,
        Span<byte> target)
    {
        int taps = axis.Positions.Taps;
        int width = axis.Positions.Count * channels;
        for (int i = 0; i < target.Length; i++)
        {
            int x = i % width / channels;
            int from = (axis.Positions.First[x] * channels) + (i % channels);
            ReadOnlySpan<byte> pixels = source.Slice(i / width * stride, stride)[from..];
            ReadOnlySpan<short> high = axis.Weights.High.Slice(x * taps, taps);
            ReadOnlySpan<short> low = axis.Weights.Low.Slice(x * taps, taps);
            int sum = FixedWeights.Rounding;
            for (int t = 0, at = 0; t < taps && at < pixels.Length; t++, at += channels)
            {
                sum += pixels[at] * ((high[t] << FixedWeights.LowBits) + low[t]);
            }

            target[i] = (byte)Math.Clamp(sum >> FixedWeights.Precision, 0, 255);
        }
    }

    private static void RunVector(
        ReadOnlySpan<byte> source,
        int stride,
        int channels,
        (BicubicAxis Positions, FixedWeights Weights) axis,
        Span<byte> target,
        VectorLevel level)
    {
        int width = axis.Positions.Count * channels;
        ref byte row = ref MemoryMarshal.GetReference(source);
        while (target.Length > 0)
        {
            if (level == VectorLevel.Avx512 && target.Length > width)
            {
                RunTwoRows(ref row, stride, channels, axis, target[..width], target.Slice(width, width));
                target = target[(2 * width)..];
                row = ref Unsafe.Add(ref row, 2 * stride);
            }
            else
            {
                RunRow(ref row, channels, axis, target[..width]);
                target = target[width..];
                row = ref Unsafe.Add(ref row, stride);
            }
        }
    }

    private static void RunRow(
        ref byte row, int channels, (BicubicAxis Positions, FixedWeights Weights) axis, Span<byte> target)
    {
        int taps = axis.Positions.Taps;
        Vector128<byte> order = ChannelOrder(channels);
        ReadOnlySpan<int> first = axis.Positions.First;
        ref short high = ref MemoryMarshal.GetReference(axis.Weights.High);
        ref short low = ref MemoryMarshal.GetReference(axis.Weights.Low);
        for (int x = 0; x < first.Length; x++)
        {
            ref byte from = ref Unsafe.Add(ref row, first[x] * channels);
            Vector256<int> highs = Vector256<int>.Zero;
            Vector256<int> lows = Vector256<int>.Zero;
            for (int t = 0; t < taps; t += StepTaps)
            {
                Vector128<byte> bytes = Ssse3.Shuffle(Vector128.LoadUnsafe(ref from, (nuint)(t * channels)), order);
                Vector256<short> values = Avx2.ConvertToVector256Int16(bytes);
                int weight = (x * taps) + t;
                highs += Avx2.MultiplyAddAdjacent(values, Vector256.Create(FourWeights(ref high, weight)).AsInt16());
                lows += Avx2.MultiplyAddAdjacent(values, Vector256.Create(FourWeights(ref low, weight)).AsInt16());
            }

            Store(Narrow((highs << FixedWeights.LowBits) + lows), channels, target[(x * channels)..]);
        }
    }

    private static void RunTwoRows(
        ref byte row,
        int stride,
        int channels,
        (BicubicAxis Positions, FixedWeights Weights) axis,
        Span<byte> target,
        Span<byte> secondTarget)
    {
        int taps = axis.Positions.Taps;
        Vector128<byte> order = ChannelOrder(channels);
        ReadOnlySpan<int> first = axis.Positions.First;
        ref short high = ref MemoryMarshal.GetReference(axis.Weights.High);
        ref short low = ref MemoryMarshal.GetReference(axis.Weights.Low);
        for (int x = 0; x < first.Length; x++)
        {
            ref byte from = ref Unsafe.Add(ref row, first[x] * channels);
            ref byte below = ref Unsafe.Add(ref from, stride);
            Vector512<int> highs = Vector512<int>.Zero;
            Vector512<int> lows = Vector512<int>.Zero;
            for (int t = 0; t < taps; t += StepTaps)
            {
                nuint at = (nuint)(t * channels);
                Vector256<byte> bytes = Vector256.Create(
                    Ssse3.Shuffle(Vector128.LoadUnsafe(ref from, at), order),
                    Ssse3.Shuffle(Vector128.LoadUnsafe(ref below, at), order));
                Vector512<short> values = Avx512BW.ConvertToVector512Int16(bytes);
                int weight = (x * taps) + t;
                highs += Avx512BW.MultiplyAddAdjacent(values, Vector512.Create(FourWeights(ref high, weight)).AsInt16());
                lows += Avx512BW.MultiplyAddAdjacent(values, Vector512.Create(FourWeights(ref low, weight)).AsInt16());
            }

            Vector512<int> sums = (highs << FixedWeights.LowBits) + lows;
            Store(Narrow(sums.GetLower()), channels, target[(x * channels)..]);
            Store(Narrow(sums.GetUpper()), channels, secondTarget[(x * channels)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static long FourWeights(ref short weights, int index) =>
        Unsafe.ReadUnaligned<long>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref weights, index)));

    /// <summary>Adds the two sums of each channel, rounds and clips: one byte a channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Narrow(Vector256<int> sums)
    {
        Vector128<int> pairs = Ssse3.HorizontalAdd(sums.GetLower(), sums.GetUpper());
        Vector128<int> values = (pairs + Vector128.Create(FixedWeights.Rounding)) >> FixedWeights.Precision;
        Vector128<short> words = Sse2.PackSignedSaturate(values, values);
        return Sse2.PackUnsignedSaturate(words, words).AsUInt32().ToScalar();
    }

    /// <summary>Writes a pixel; what goes past it in the row is overwritten by the next.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(uint value, int channels, Span<byte> target)
    {
        if (target.Length >= sizeof(uint))
        {
            MemoryMarshal.Write(target, value);
            return;
        }

        for (int channel = 0; channel < channels; channel++)
        {
            target[channel] = (byte)(value >> (8 * channel));
        }
    }

    /// <summary>Source byte of every (channel, tap); 0x80 makes a zero.</summary>
    private static Vector128<byte> ChannelOrder(int channels)
    {
        Span<byte> order = stackalloc byte[16];
        for (int i = 0; i < order.Length; i++)
        {
            order[i] = (byte)(i / 4 < channels ? ((i % 4) * channels) + (i / 4) : 0x80);
        }

        return Vector128.Create<byte>(order);
    }
}
