using System.Runtime.InteropServices;

namespace Clipper.Clip.Imaging;

/// <summary>CLIP's preprocessing written plainly after libImaging's C code: whole pictures, one value at a time. The
/// tests hold the fast code to it and the benchmarks measure against it.</summary>
public static class PlainPillow
{
    private const int Precision = 22;

    /// <summary>Resize (shorter side to <paramref name="size"/>), centre crop and RGB, in the picture's own
    /// mode.</summary>
    public static byte[] Preprocess(Raster picture, int size)
    {
        int shorter = Math.Min(picture.Width, picture.Height);
        int longer = (int)((double)((long)size * Math.Max(picture.Width, picture.Height)) / shorter);
        (int width, int height) = picture.Width <= picture.Height ? (size, longer) : (longer, size);
        using Raster resized = picture.Mode switch
        {
            ImageMode.Bilevel or ImageMode.Palette => Nearest(picture, width, height),
            ImageMode.Int32 => Integers(picture, width, height),
            _ => Bicubic(picture, width, height),
        };
        using Raster rgb = resized.ToRgb();
        int left = (int)Math.Round((width - size) / 2.0);
        int top = (int)Math.Round((height - size) / 2.0);
        byte[] pixels = new byte[size * size * 3];
        for (int y = 0; y < size; y++)
        {
            rgb.Pixels.Slice(((top + y) * rgb.Stride) + (left * 3), size * 3).CopyTo(pixels.AsSpan(y * size * 3));
        }

        return pixels;
    }

    /// <summary>Pillow's bicubic resize of interleaved 8-bit channels.</summary>
    public static byte[] Bicubic(
        ReadOnlySpan<byte> pixels, int channels, (int Width, int Height) from, (int Width, int Height) to)
    {
        byte[] narrow = from.Width == to.Width
            ? pixels.ToArray()
            : Pass(pixels, from.Height, from.Width, to.Width, channels, (from.Width * channels, channels));
        return from.Height == to.Height
            ? narrow
            : Transpose(
                Pass(narrow, to.Width * channels, from.Height, to.Height, 1, (1, to.Width * channels)),
                to.Width * channels,
                to.Height);
    }

    private static Raster Bicubic(Raster picture, int width, int height)
    {
        bool hasAlpha = picture.Mode is ImageMode.GreyAlpha or ImageMode.Rgba
            && (width, height) != (picture.Width, picture.Height);
        int channels = picture.Mode.BytesPerPixel();
        byte[] pixels = picture.Pixels.ToArray();
        for (int i = 0; hasAlpha && i < pixels.Length; i++)
        {
            int product = (pixels[i] * pixels[i - (i % channels) + channels - 1]) + 128;
            pixels[i] = i % channels == channels - 1 ? pixels[i] : (byte)(((product >> 8) + product) >> 8);
        }

        byte[] resized = Bicubic(pixels, channels, (picture.Width, picture.Height), (width, height));
        for (int i = 0; hasAlpha && i < resized.Length; i++)
        {
            int alpha = resized[i - (i % channels) + channels - 1];
            bool stays = i % channels == channels - 1 || alpha is 0 or 255;
            resized[i] = stays ? resized[i] : (byte)Math.Min(255 * resized[i] / alpha, 255);
        }

        return Raster.FromPixels(picture.Mode, width, height, resized);
    }

    private static Raster Integers(Raster picture, int width, int height)
    {
        int[] pixels = MemoryMarshal.Cast<byte, int>(picture.Pixels).ToArray();
        int[] narrow = new int[width * picture.Height];
        Walk(picture.Width, width, (x, first, weights) =>
        {
            for (int y = 0; y < picture.Height; y++)
            {
                int at = (y * picture.Width) + first;
                narrow[(y * width) + x] = Round(
                    weights.Select((w, t) => pixels[at + t] * w).Aggregate(0.0, (a, b) => a + b));
            }
        });
        narrow = width == picture.Width ? pixels : narrow;
        int[] resized = new int[width * height];
        Walk(picture.Height, height, (y, first, weights) =>
        {
            for (int x = 0; x < width; x++)
            {
                int at = (first * width) + x;
                resized[(y * width) + x] = Round(
                    weights.Select((w, t) => narrow[at + (t * width)] * w).Aggregate(0.0, (a, b) => a + b));
            }
        });
        resized = height == picture.Height ? narrow : resized;
        return Raster.FromPixels(ImageMode.Int32, width, height, MemoryMarshal.AsBytes<int>(resized));
    }

    private static int Round(double value) => (int)(value >= 0 ? value + 0.5 : value - 0.5);

    private static Raster Nearest(Raster picture, int width, int height)
    {
        using Raster rgb = picture.ToRgb();
        byte[] pixels = new byte[width * height * 3];
        double down = (double)picture.Height / height;
        double rowAt = down * 0.5;
        for (int y = 0; y < height; y++, rowAt += down)
        {
            double across = (double)picture.Width / width;
            double at = across * 0.5;
            for (int x = 0; x < width; x++, at += across)
            {
                ReadOnlySpan<byte> color = rgb.Pixels.Slice(((int)rowAt * rgb.Stride) + ((int)at * 3), 3);
                color.CopyTo(pixels.AsSpan(((y * width) + x) * 3));
            }
        }

        return Raster.FromPixels(ImageMode.Rgb, width, height, pixels);
    }

    /// <summary>One pass along an axis: <paramref name="lines"/> lines of <paramref name="input"/> pixels become lines
    /// of
    /// <paramref name="output"/> pixels.</summary>
    private static byte[] Pass(
        ReadOnlySpan<byte> pixels, int lines, int input, int output, int channels, (int Line, int Pixel) steps)
    {
        byte[] source = pixels.ToArray();
        byte[] result = new byte[lines * output * channels];
        Walk(input, output, (i, first, weights) =>
        {
            int[] rounded = [.. weights.Select(w => (int)((w * (1 << Precision)) + (w < 0 ? -0.5 : 0.5)))];
            for (int line = 0; line < lines; line++)
            {
                for (int c = 0; c < channels; c++)
                {
                    int sum = 1 << (Precision - 1);
                    for (int t = 0; t < rounded.Length; t++)
                    {
                        sum += source[(line * steps.Line) + ((first + t) * steps.Pixel) + c] * rounded[t];
                    }

                    result[(((line * output) + i) * channels) + c] = (byte)Math.Clamp(sum >> Precision, 0, 255);
                }
            }
        });
        return result;
    }

    private static byte[] Transpose(byte[] lines, int count, int length)
    {
        byte[] rows = new byte[lines.Length];
        for (int i = 0; i < lines.Length; i++)
        {
            rows[(i % length * count) + (i / length)] = lines[i];
        }

        return rows;
    }

    /// <summary>Calls with every output position, its first source position and its normalised weights.</summary>
    private static void Walk(int input, int output, Action<int, int, double[]> visit)
    {
        double scale = (double)input / output;
        double filterScale = Math.Max(scale, 1);
        double support = 2 * filterScale;
        for (int i = 0; i < output; i++)
        {
            double centre = (i + 0.5) * scale;
            int from = Math.Max((int)(centre - support + 0.5), 0);
            int to = Math.Min((int)(centre + support + 0.5), input);
            IEnumerable<int> positions = Enumerable.Range(from, to - from);
            double[] weights = [.. positions.Select(x => Kernel((x - centre + 0.5) * (1 / filterScale)))];
            double sum = weights.Aggregate(0.0, (a, b) => a + b);
            visit(i, from, [.. weights.Select(w => sum == 0 ? w : w / sum)]);
        }
    }

    private static double Kernel(double x)
    {
        const double a = -0.5;
        x = Math.Abs(x);
        return x < 1 ? (((a + 2) * x) - (a + 3)) * x * x + 1 : x < 2 ? ((((x - 5) * x) + 8) * x - 4) * a : 0;
    }
}
