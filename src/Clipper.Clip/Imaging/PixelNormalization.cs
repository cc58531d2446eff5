using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Imaging;

/// <summary>RGB bytes to planes of (v/255 − mean)/std, every step rounded to single precision.</summary>
/// <remarks>Where a machine permutes bytes across 512 bits (AVX-512 VBMI), sixteen pixels are done at once; elsewhere
/// each of the 256 levels is looked up.</remarks>
internal sealed class PixelNormalization
{
    private const int Channels = 3;
    private const int Levels = 256;
    private const int StepPixels = 16;

    private readonly float[] _levels;
    private readonly (float Mean, float Std)[] _channels;
    private readonly bool _isVector;

    /// <summary>Prepares the normalisation.</summary>
    public PixelNormalization(ChannelTriple mean, ChannelTriple std, bool vectors = true)
    {
        _channels = [(mean.R, std.R), (mean.G, std.G), (mean.B, std.B)];
        _levels = [.. _channels.SelectMany(channel => LevelsOf(channel.Mean, channel.Std))];
        _isVector = vectors && Avx512Vbmi.IsSupported && VectorsAgree();
    }

    /// <summary>Normalises a picture.</summary>
    /// <param name="pixels">R, G, B of every pixel.</param>
    /// <param name="planes">As many floats: all of R, then all of G, then all of B.</param>
    public void Run(ReadOnlySpan<byte> pixels, Span<float> planes) => Run(pixels, planes, _isVector);

    private static IEnumerable<float> LevelsOf(float mean, float std) =>
        Enumerable.Range(0, Levels).Select(value => ((value / 255f) - mean) / std);

    private void Run(ReadOnlySpan<byte> pixels, Span<float> planes, bool isVector)
    {
        int area = planes.Length / Channels;
        for (int channel = 0; channel < Channels; channel++)
        {
            Span<float> plane = planes.Slice(channel * area, area);
            int done = isVector ? RunVectors(pixels, channel, plane) : 0;
            ReadOnlySpan<float> levels = _levels.AsSpan(channel * Levels, Levels);
            for (int i = done, from = (done * Channels) + channel; i < plane.Length; i++, from += Channels)
            {
                plane[i] = levels[pixels[from]];
            }
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveOptimization)]
    private int RunVectors(ReadOnlySpan<byte> pixels, int channel, Span<float> plane)
    {
        (float mean, float std) = _channels[channel];
        Vector512<float> means = Vector512.Create(mean);
        Quotient unit = new(255f);
        Quotient deviation = new(std);
        Vector512<byte> order = Order(channel);
        int done = 0;
        for (; (done * Channels) + Vector512<byte>.Count <= pixels.Length; done += StepPixels)
        {
            Vector512<byte> bytes = Vector512.LoadUnsafe(
                ref MemoryMarshal.GetReference(pixels), (nuint)(done * Channels));
            Vector512<int> values = Avx512Vbmi.PermuteVar64x8(bytes, order).AsInt32() & Vector512.Create(0xFF);
            Vector512<float> centred = unit.Of(Vector512.ConvertToSingle(values)) - means;
            deviation.Of(centred).StoreUnsafe(ref MemoryMarshal.GetReference(plane), (nuint)done);
        }

        return done;
    }

    /// <summary>Where the channel's byte of each of sixteen pixels lies; the three after it do not count.</summary>
    private static Vector512<byte> Order(int channel)
    {
        Span<byte> order = stackalloc byte[Vector512<byte>.Count];
        order.Clear();
        for (int pixel = 0; pixel < StepPixels; pixel++)
        {
            order[pixel * sizeof(int)] = (byte)((pixel * Channels) + channel);
        }

        return Vector512.Create<byte>(order);
    }

    /// <summary>Whether vectors give the bits of all levels, which a strange mean or deviation could keep them
    /// from.</summary>
    private bool VectorsAgree()
    {
        byte[] pixels = [.. Enumerable.Range(0, Levels + StepPixels).SelectMany(v => Enumerable.Repeat((byte)v, 3))];
        float[] expected = new float[pixels.Length];
        float[] actual = new float[pixels.Length];
        Run(pixels, expected, isVector: false);
        Run(pixels, actual, isVector: true);
        return MemoryMarshal.AsBytes<float>(expected).SequenceEqual(MemoryMarshal.AsBytes<float>(actual));
    }

    /// <summary>Division by one number: its reciprocal, then a correction that gives the rounded quotient (Markstein
    /// 1990), faster than the instruction.</summary>
    private readonly struct Quotient(float divisor)
    {
        private readonly Vector512<float> _divisor = Vector512.Create(divisor);
        private readonly Vector512<float> _reciprocal = Vector512.Create(1 / divisor);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        public Vector512<float> Of(Vector512<float> dividend)
        {
            Vector512<float> quotient = dividend * _reciprocal;
            Vector512<float> rest = Avx512F.FusedMultiplyAddNegated(quotient, _divisor, dividend);
            return Avx512F.FusedMultiplyAdd(rest, _reciprocal, quotient);
        }
    }
}
