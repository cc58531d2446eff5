using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's horizontal pass over 8-bit channels: every row shrinks or grows to the wanted columns.</summary>
internal static class HorizontalPass
{
    /// <summary>Bytes that a vector step reads, and that may lie past the last pixel it needs.</summary>
    private const int StepBytes = 16;

    /// <summary>Resamples rows.</summary>
    /// <param name="source">Rows of interleaved channels.</param>
    /// <param name="stride">Bytes of a source row.</param>
    /// <param name="channels">1 to 4.</param>
    /// <param name="axis">Where each wanted column reads.</param>
    /// <param name="weights">The axis' weights in fixed point.</param>
    /// <param name="target">As many rows of <c>axis.Count × channels</c> bytes as the source has.</param>
    public static void Run(
        ReadOnlySpan<byte> source, int stride, int channels, BicubicAxis axis, FixedWeights weights, Span<byte> target)
    {
        int width = axis.Count * channels;
        int rows = target.Length / width;
        int reach = ((axis.First[^1] + axis.Taps) * channels) + StepBytes;
        byte[] padded = ArrayPool<byte>.Shared.Rent(Math.Max(reach, stride));
        try
        {
            for (int y = 0; y < rows; y++)
            {
                ReadOnlySpan<byte> row = source[(y * stride)..];
                if (row.Length < reach)
                {
                    row[..stride].CopyTo(padded);
                    padded.AsSpan(stride).Clear();
                    row = padded;
                }

                RunRow(row, channels, axis, weights, target.Slice(y * width, width));
            }
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(padded);
        }
    }

    private static void RunRow(
        ReadOnlySpan<byte> row, int channels, BicubicAxis axis, FixedWeights weights, Span<byte> target)
    {
        if (Avx2.IsSupported)
        {
            RunRowAvx2(row, channels, axis, weights, target);
        }
        else
        {
            RunRowScalar(row, channels, axis, weights, target);
        }
    }

    private static void RunRowScalar(
        ReadOnlySpan<byte> row, int channels, BicubicAxis axis, FixedWeights weights, Span<byte> target)
    {
        int taps = axis.Taps;
        for (int i = 0; i < target.Length; i++)
        {
            int x = i / channels;
            ReadOnlySpan<byte> pixels = row[((axis.First[x] * channels) + (i % channels))..];
            ReadOnlySpan<short> high = weights.High.Slice(x * taps, taps);
            ReadOnlySpan<short> low = weights.Low.Slice(x * taps, taps);
            int sum = FixedWeights.Rounding;
            for (int t = 0; t < taps; t++)
            {
                sum += pixels[t * channels] * ((high[t] << FixedWeights.LowBits) + low[t]);
            }

            target[i] = (byte)Math.Clamp(sum >> FixedWeights.Precision, 0, 255);
        }
    }

    /// <summary>Four taps of all channels a step: bytes are put in the order channel, tap, so that one multiply-add makes two
    /// sums a channel.</summary>
    private static void RunRowAvx2(
        ReadOnlySpan<byte> row, int channels, BicubicAxis axis, FixedWeights weights, Span<byte> target)
    {
        int taps = axis.Taps;
        Vector128<byte> order = ChannelOrder(channels);
        ReadOnlySpan<int> first = axis.First;
        ref byte pixels = ref MemoryMarshal.GetReference(row);
        ref short high = ref MemoryMarshal.GetReference(weights.High);
        ref short low = ref MemoryMarshal.GetReference(weights.Low);
        for (int x = 0; x < first.Length; x++)
        {
            ref byte from = ref Unsafe.Add(ref pixels, first[x] * channels);
            Vector256<int> highs = Vector256<int>.Zero;
            Vector256<int> lows = Vector256<int>.Zero;
            for (int t = 0; t < taps; t += 4)
            {
                Vector128<byte> bytes = Vector128.LoadUnsafe(ref from, (nuint)(t * channels));
                Vector256<short> values = Avx2.ConvertToVector256Int16(Ssse3.Shuffle(bytes, order));
                highs += Avx2.MultiplyAddAdjacent(values, Broadcast(ref high, (x * taps) + t));
                lows += Avx2.MultiplyAddAdjacent(values, Broadcast(ref low, (x * taps) + t));
            }

            Store(Narrow((highs << FixedWeights.LowBits) + lows), channels, target[(x * channels)..]);
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static Vector256<short> Broadcast(ref short weights, int index) =>
        Vector256.Create(Unsafe.ReadUnaligned<long>(ref Unsafe.As<short, byte>(ref Unsafe.Add(ref weights, index)))).AsInt16();

    /// <summary>Sums of the pairs, rounded and clipped: one byte a channel.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Narrow(Vector256<int> sums)
    {
        Vector128<int> pairs = Ssse3.HorizontalAdd(sums.GetLower(), sums.GetUpper());
        Vector128<int> values = (pairs + Vector128.Create(FixedWeights.Rounding)) >> FixedWeights.Precision;
        Vector128<short> words = Sse2.PackSignedSaturate(values, values);
        return Sse2.PackUnsignedSaturate(words, words).AsUInt32().ToScalar();
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void Store(uint value, int channels, Span<byte> target)
    {
        if (target.Length >= sizeof(uint))
        {
            // What is written past the pixel is overwritten by the next one.
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
