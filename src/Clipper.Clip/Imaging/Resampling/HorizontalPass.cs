using System.Buffers;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Pillow's horizontal pass over 8-bit channels: every row shrinks or grows to the wanted columns.</summary>
/// <remarks>The vector paths take four taps of all channels a step: a shuffle puts the bytes in the order channel, tap,
/// so that one multiply-add makes two sums a channel; 512 bits do two rows at once. Where a machine permutes bytes
/// across 512 bits, <see cref="BlockPass"/> does most rows.</remarks>
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
        ReadOnlySpan<byte> source, int channels, FixedAxis axis, Span<byte> target, VectorLevel level)
    {
        int width = axis.Count * channels;
        int rows = target.Length / width;
        Lines lines = new(axis, channels, source.Length / rows);
        if (level == VectorLevel.Avx512Vbmi)
        {
            int done = BlockPass.Run(source, axis, (lines.Stride, channels), target);
            source = source[(done * lines.Stride)..];
            target = target[(done * width)..];
            rows -= done;
        }

        if (level == VectorLevel.Scalar)
        {
            RunScalar(lines, source, target);
            return;
        }

        int reach = ((axis.First[^1] + axis.Taps - StepTaps) * channels) + StepBytes;
        int direct = source.Length < reach ? 0 : Math.Min(((source.Length - reach) / lines.Stride) + 1, rows);
        RunVector(lines, source, target[..(direct * width)], level);
        if (direct < rows)
        {
            RunPadded(lines, source[(direct * lines.Stride)..], target[(direct * width)..], level);
        }
    }

    /// <summary>The last rows, copied to where a vector may read past their end.</summary>
    private static void RunPadded(in Lines lines, ReadOnlySpan<byte> source, Span<byte> target, VectorLevel level)
    {
        int length = source.Length + (lines.Taps * lines.Channels) + StepBytes;
        byte[] padded = ArrayPool<byte>.Shared.Rent(length);
        try
        {
            source.CopyTo(padded);
            padded.AsSpan(source.Length).Clear();
            RunVector(lines, padded, target, level);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(padded);
        }
    }

    private static void RunScalar(in Lines lines, ReadOnlySpan<byte> source, Span<byte> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            int x = i % lines.Width / lines.Channels;
            ReadOnlySpan<byte> row = source.Slice(i / lines.Width * lines.Stride, lines.Stride);
            ReadOnlySpan<byte> pixels = row[((lines.First[x] * lines.Channels) + (i % lines.Channels))..];
            int sum = FixedAxis.Rounding;
            for (int t = 0, at = 0; t < lines.Taps && at < pixels.Length; t++, at += lines.Channels)
            {
                int weight = (x * lines.Taps) + t;
                sum += pixels[at] * ((lines.High[weight] << FixedAxis.LowBits) + lines.Low[weight]);
            }

            target[i] = (byte)Math.Clamp(sum >> FixedAxis.Precision, 0, 255);
        }
    }

    private static void RunVector(in Lines lines, ReadOnlySpan<byte> source, Span<byte> target, VectorLevel level)
    {
        ref byte row = ref MemoryMarshal.GetReference(source);
        while (target.Length > 0)
        {
            if (level >= VectorLevel.Avx512 && target.Length > lines.Width)
            {
                RunTwoRows(lines, ref row, target[..lines.Width], target.Slice(lines.Width, lines.Width));
                target = target[(2 * lines.Width)..];
                row = ref Unsafe.Add(ref row, 2 * lines.Stride);
            }
            else
            {
                RunRow(lines, ref row, target[..lines.Width]);
                target = target[lines.Width..];
                row = ref Unsafe.Add(ref row, lines.Stride);
            }
        }
    }

    private static void RunRow(in Lines lines, ref byte row, Span<byte> target)
    {
        ReadOnlySpan<int> first = lines.First;
        (int channels, int taps) = (lines.Channels, lines.Taps);
        Vector128<byte> order = lines.Order;
        ref short high = ref MemoryMarshal.GetReference(lines.High);
        ref short low = ref MemoryMarshal.GetReference(lines.Low);
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

            Store(Narrow((highs << FixedAxis.LowBits) + lows), channels, target[(x * channels)..]);
        }
    }

    private static void RunTwoRows(in Lines lines, ref byte row, Span<byte> target, Span<byte> secondTarget)
    {
        ReadOnlySpan<int> first = lines.First;
        (int channels, int taps) = (lines.Channels, lines.Taps);
        Vector128<byte> order = lines.Order;
        ref short high = ref MemoryMarshal.GetReference(lines.High);
        ref short low = ref MemoryMarshal.GetReference(lines.Low);
        for (int x = 0; x < first.Length; x++)
        {
            ref byte from = ref Unsafe.Add(ref row, first[x] * channels);
            ref byte below = ref Unsafe.Add(ref from, lines.Stride);
            Vector512<int> highs = Vector512<int>.Zero;
            Vector512<int> lows = Vector512<int>.Zero;
            for (int t = 0; t < taps; t += StepTaps)
            {
                nuint at = (nuint)(t * channels);
                Vector256<byte> bytes = Vector256.Create(
                    Ssse3.Shuffle(Vector128.LoadUnsafe(ref from, at), order),
                    Ssse3.Shuffle(Vector128.LoadUnsafe(ref below, at), order));
                Vector512<short> values = Avx512BW.ConvertToVector512Int16(bytes);
                int tap = (x * taps) + t;
                highs += Avx512BW.MultiplyAddAdjacent(values, Vector512.Create(FourWeights(ref high, tap)).AsInt16());
                lows += Avx512BW.MultiplyAddAdjacent(values, Vector512.Create(FourWeights(ref low, tap)).AsInt16());
            }

            Vector512<int> sums = (highs << FixedAxis.LowBits) + lows;
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
        Vector128<int> values = (pairs + Vector128.Create(FixedAxis.Rounding)) >> FixedAxis.Precision;
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

    /// <summary>What every row needs: the axis, unpacked once, and the shape of the rows.</summary>
    private readonly ref struct Lines(FixedAxis axis, int channels, int stride)
    {
        public int Channels { get; } = channels;

        /// <summary>Bytes of a source row.</summary>
        public int Stride { get; } = stride;

        /// <summary>Bytes of a target row.</summary>
        public int Width { get; } = axis.Count * channels;

        public int Taps { get; } = axis.Taps;

        public ReadOnlySpan<int> First { get; } = axis.First;

        public ReadOnlySpan<short> High { get; } = axis.High;

        public ReadOnlySpan<short> Low { get; } = axis.Low;

        /// <summary>Source byte of every (channel, tap).</summary>
        public Vector128<byte> Order { get; } = ChannelOrder(channels);

        private static Vector128<byte> ChannelOrder(int channels)
        {
            const byte zero = 0x80;
            Span<byte> order = stackalloc byte[StepBytes];
            for (int i = 0; i < order.Length; i++)
            {
                (int channel, int tap) = (i / StepTaps, i % StepTaps);
                order[i] = channel < channels ? (byte)((tap * channels) + channel) : zero;
            }

            return Vector128.Create<byte>(order);
        }
    }
}
