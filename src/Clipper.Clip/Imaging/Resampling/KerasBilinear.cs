using System.Buffers;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Keras' <c>Resizing</c> layer: bilinear, half-pixel centres, no antialias, aspect ignored, every step in
/// single precision without fused multiply-add (goldens/README.md, "TF bilinear").</summary>
internal static class KerasBilinear
{
    private const int Channels = 3;

    /// <summary>Resizes an RGB picture to unrounded values in 0…255.</summary>
    /// <param name="source">Mode RGB.</param>
    /// <param name="width">Width of the result.</param>
    /// <param name="height">Height of the result.</param>
    /// <param name="target">height × width × 3 values.</param>
    public static void Run(Raster source, int width, int height, Span<float> target)
    {
        Tap[] columns = ArrayPool<Tap>.Shared.Rent(width);
        Tap[] rows = ArrayPool<Tap>.Shared.Rent(height);
        try
        {
            FindTaps(source.Width, columns.AsSpan(0, width));
            FindTaps(source.Height, rows.AsSpan(0, height));
            for (int y = 0; y < height; y++)
            {
                ReadOnlySpan<byte> upper = source.Pixels.Slice(rows[y].Lower * source.Stride, source.Stride);
                ReadOnlySpan<byte> lower = source.Pixels.Slice(rows[y].Upper * source.Stride, source.Stride);
                Span<float> result = target.Slice(y * width * Channels, width * Channels);
                RunRow(upper, lower, rows[y].Fraction, columns.AsSpan(0, width), result);
            }
        }
        finally
        {
            ArrayPool<Tap>.Shared.Return(columns);
            ArrayPool<Tap>.Shared.Return(rows);
        }
    }

    /// <summary>Resizes an RGB picture and cuts the values to bytes, as the reference's loaders did.</summary>
    public static Raster Run(Raster source, int width, int height)
    {
        Raster result = Raster.Rent(ImageMode.Rgb, width, height);
        Span<byte> pixels = result.Writable;
        float[] values = ArrayPool<float>.Shared.Rent(pixels.Length);
        try
        {
            Run(source, width, height, values.AsSpan(0, pixels.Length));
            for (int i = 0; i < pixels.Length; i++)
            {
                pixels[i] = (byte)values[i];
            }
        }
        finally
        {
            ArrayPool<float>.Shared.Return(values);
        }

        return result;
    }

    private static void RunRow(
        ReadOnlySpan<byte> upper,
        ReadOnlySpan<byte> lower,
        float fraction,
        ReadOnlySpan<Tap> columns,
        Span<float> target)
    {
        for (int x = 0; x < columns.Length; x++)
        {
            Tap column = columns[x];
            int left = column.Lower * Channels;
            int right = column.Upper * Channels;
            for (int c = 0; c < Channels; c++)
            {
                float top = Mix(upper[left + c], upper[right + c], column.Fraction);
                float bottom = Mix(lower[left + c], lower[right + c], column.Fraction);
                target[(x * Channels) + c] = Mix(top, bottom, fraction);
            }
        }
    }

    private static float Mix(float from, float to, float fraction)
    {
        float step = to - from;
        float part = step * fraction;
        return from + part;
    }

    private static void FindTaps(int input, Span<Tap> taps)
    {
        float scale = (float)input / taps.Length;
        for (int i = 0; i < taps.Length; i++)
        {
            float position = (float)((i + 0.5f) * scale) - 0.5f;
            float floor = MathF.Floor(position);
            int lower = Math.Max((int)floor, 0);
            int upper = Math.Min((int)MathF.Ceiling(position), input - 1);
            taps[i] = new Tap(lower, upper, position - floor);
        }
    }

    private readonly record struct Tap(int Lower, int Upper, float Fraction);
}
