using System.Numerics.Tensors;

namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>SimCLR's blur: a Gaussian kernel along rows, then along columns; what lies outside the picture is black
/// (zero "SAME" padding), so edges darken.</summary>
internal static class GaussianBlur
{
    /// <summary>Taps on either side of the centre: int((height div 10) / 2), 11 at 224 rows.</summary>
    public static int Radius(int height) => height / 10 / 2;

    /// <summary>A blurred copy.</summary>
    public static FloatPicture Run(FloatPicture picture, float sigma)
    {
        float[] kernel = Kernel(Radius(picture.Height), sigma);
        var along = new FloatPicture(picture.Width, picture.Height);
        var result = new FloatPicture(picture.Width, picture.Height);
        for (int c = 0; c < FloatPicture.Channels; c++)
        {
            for (int y = 0; y < picture.Height; y++)
            {
                BlurRow(picture.Row(c, y), kernel, along.Row(c, y));
            }

            for (int y = 0; y < picture.Height; y++)
            {
                BlurColumns(along, c, y, kernel, result.Row(c, y));
            }
        }

        return result;
    }

    /// <summary>e^(−x²/2σ²) for x = −radius … radius, divided by its sum.</summary>
    internal static float[] Kernel(int radius, float sigma)
    {
        var kernel = new float[(2 * radius) + 1];
        for (int i = 0; i < kernel.Length; i++)
        {
            float x = i - radius;
            kernel[i] = MathF.Exp(-(x * x) / (2 * sigma * sigma));
        }

        TensorPrimitives.Divide(kernel, kernel.Sum(), kernel);
        return kernel;
    }

    // Tap by tap over the whole row: the part of it whose neighbour at that distance exists.
    private static void BlurRow(ReadOnlySpan<float> row, ReadOnlySpan<float> kernel, Span<float> result)
    {
        result.Clear();
        for (int tap = 0; tap < kernel.Length; tap++)
        {
            int distance = tap - (kernel.Length / 2);
            int first = Math.Max(0, -distance);
            int count = row.Length - Math.Abs(distance);
            if (count > 0)
            {
                Span<float> part = result.Slice(first, count);
                TensorPrimitives.MultiplyAdd(row.Slice(first + distance, count), kernel[tap], part, part);
            }
        }
    }

    private static void BlurColumns(
        FloatPicture picture, int channel, int y, ReadOnlySpan<float> kernel, Span<float> result)
    {
        result.Clear();
        for (int tap = 0; tap < kernel.Length; tap++)
        {
            int from = y + tap - (kernel.Length / 2);
            if (from >= 0 && from < picture.Height)
            {
                TensorPrimitives.MultiplyAdd(picture.Row(channel, from), kernel[tap], result, result);
            }
        }
    }
}
