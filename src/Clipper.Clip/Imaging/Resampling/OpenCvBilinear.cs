using System.Buffers;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>OpenCV's <c>resize</c> with <c>INTER_LINEAR</c> of RGB bytes, to the bit: half-pixel centres, aspect
/// ignored, no antialias, weights of 11 bits. A picture of exactly twice the size is averaged 2 × 2 instead, as OpenCV
/// does.</summary>
internal static class OpenCvBilinear
{
    private const int Channels = 3;
    private const int WeightBits = 11;
    private const int One = 1 << WeightBits;

    // A row keeps 4 of its 11 fraction bits fewer, so that the product with the other weight fits in 16 + 16 bits.
    private const int RowShift = 4;
    private const int ProductShift = 16;
    private const int LastShift = (2 * WeightBits) - RowShift - ProductShift;

    /// <summary>Resizes a picture.</summary>
    /// <param name="source">Mode RGB.</param>
    /// <param name="width">Width of the result.</param>
    /// <param name="height">Height of the result.</param>
    public static Raster Run(Raster source, int width, int height)
    {
        Raster result = Raster.Rent(ImageMode.Rgb, width, height);
        if (source.Width == 2 * width && source.Height == 2 * height)
        {
            Halve(source, result.Writable);
        }
        else
        {
            Interpolate(source, width, height, result.Writable);
        }

        return result;
    }

    /// <summary>Resizes single-precision values to half the width and height, and cuts them to bytes.</summary>
    /// <param name="source">height × width × 3 values in 0…255.</param>
    /// <param name="width">Even.</param>
    /// <param name="height">Even.</param>
    public static Raster Halve(ReadOnlySpan<float> source, int width, int height)
    {
        Raster result = Raster.Rent(ImageMode.Rgb, width / 2, height / 2);
        Span<byte> target = result.Writable;
        int stride = width * Channels;
        for (int y = 0, to = 0; y < height; y += 2)
        {
            ReadOnlySpan<float> upper = source.Slice(y * stride, stride);
            ReadOnlySpan<float> lower = source.Slice((y + 1) * stride, stride);
            for (int x = 0; x < stride; x += 2 * Channels)
            {
                for (int i = x; i < x + Channels; i++, to++)
                {
                    // The order of the sum decides the last bit.
                    float sum = upper[i] + upper[i + Channels] + lower[i] + lower[i + Channels];
                    target[to] = (byte)(sum * 0.25f);
                }
            }
        }

        return result;
    }

    private static void Halve(Raster source, Span<byte> target)
    {
        for (int y = 0, to = 0; y < source.Height; y += 2)
        {
            ReadOnlySpan<byte> upper = source.Pixels.Slice(y * source.Stride, source.Stride);
            ReadOnlySpan<byte> lower = source.Pixels.Slice((y + 1) * source.Stride, source.Stride);
            for (int x = 0; x < source.Width * Channels; x += 2 * Channels)
            {
                for (int i = x; i < x + Channels; i++, to++)
                {
                    int sum = upper[i] + upper[i + Channels] + lower[i] + lower[i + Channels];
                    target[to] = (byte)((sum + 2) >> 2);
                }
            }
        }
    }

    private static void Interpolate(Raster source, int width, int height, Span<byte> target)
    {
        int length = width * Channels;
        Tap[] columns = Columns(source.Width, width);
        int[] rented = ArrayPool<int>.Shared.Rent(2 * length);
        try
        {
            Span<int> upper = rented.AsSpan(0, length);
            Span<int> lower = rented.AsSpan(length, length);
            for (int y = 0; y < height; y++)
            {
                Tap row = RowAt(y, source.Height, height);
                ResizeRow(source, row.First, columns, upper);
                ResizeRow(source, row.Second, columns, lower);
                Mix(upper, lower, row, target.Slice(y * length, length));
            }
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    private static void ResizeRow(Raster source, int row, Tap[] columns, Span<int> target)
    {
        ReadOnlySpan<byte> pixels = source.Pixels.Slice(row * source.Stride, source.Stride);
        for (int x = 0; x < columns.Length; x++)
        {
            Tap column = columns[x];
            for (int c = 0; c < Channels; c++)
            {
                target[(x * Channels) + c] =
                    (pixels[(column.First * Channels) + c] * column.FirstWeight)
                    + (pixels[(column.Second * Channels) + c] * column.SecondWeight);
            }
        }
    }

    private static void Mix(ReadOnlySpan<int> upper, ReadOnlySpan<int> lower, Tap row, Span<byte> target)
    {
        for (int i = 0; i < target.Length; i++)
        {
            int sum = (((upper[i] >> RowShift) * row.FirstWeight) >> ProductShift)
                + (((lower[i] >> RowShift) * row.SecondWeight) >> ProductShift);
            target[i] = (byte)((sum + (1 << (LastShift - 1))) >> LastShift);
        }
    }

    // Beyond the middle of the outer pixels a column is the outer one; a row has the weights that it would have between
    // two pixels, which are the same one.
    private static Tap[] Columns(int input, int output)
    {
        var taps = new Tap[output];
        for (int x = 0; x < output; x++)
        {
            (int first, float fraction) = Position(x, input, output);
            bool isOutside = first < 0 || first >= input - 1;
            taps[x] = isOutside
                ? new Tap(Math.Clamp(first, 0, input - 1), Math.Clamp(first, 0, input - 1), One, 0)
                : Between(first, first + 1, fraction);
        }

        return taps;
    }

    private static Tap RowAt(int y, int input, int output)
    {
        (int first, float fraction) = Position(y, input, output);
        return Between(Math.Clamp(first, 0, input - 1), Math.Clamp(first + 1, 0, input - 1), fraction);
    }

    private static (int First, float Fraction) Position(int index, int input, int output)
    {
        double scale = 1 / ((double)output / input);
        float position = (float)(((index + 0.5) * scale) - 0.5);
        int first = (int)MathF.Floor(position);
        return (first, position - first);
    }

    private static Tap Between(int first, int second, float fraction) =>
        new(first, second, Weight(1 - fraction), Weight(fraction));

    private static int Weight(float part) => (int)MathF.Round(part * One, MidpointRounding.ToEven);

    private readonly record struct Tap(int First, int Second, int FirstWeight, int SecondWeight);
}
