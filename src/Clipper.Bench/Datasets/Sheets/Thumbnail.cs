using Clipper.Clip.Imaging;

namespace Clipper.Bench.Datasets.Sheets;

/// <summary>A picture shrunk (by the mean of the pixels that fall together) or enlarged (by repeating pixels) to fit a
/// square, in its middle. For looking at, not for models.</summary>
internal static class Thumbnail
{
    private const int Channels = 3;

    /// <summary>Calls <paramref name="set"/> with place, channel and value of every pixel.</summary>
    /// <param name="picture">An RGB picture.</param>
    /// <param name="side">Side of the square.</param>
    /// <param name="set">Takes x, y, channel and value.</param>
    public static void Draw(Raster picture, int side, Action<int, int, int, byte> set)
    {
        (int width, int height) = Fit(picture, side);
        Draw(picture, width, height, (x, y, channel, value) =>
            set(((side - width) / 2) + x, ((side - height) / 2) + y, channel, value));
    }

    /// <summary>The picture alone, its longer side <paramref name="side"/> pixels.</summary>
    /// <param name="picture">An RGB picture.</param>
    /// <param name="side">Pixels of the longer side.</param>
    public static Raster Of(Raster picture, int side)
    {
        (int width, int height) = Fit(picture, side);
        byte[] pixels = new byte[width * height * Channels];
        Draw(picture, width, height, (x, y, channel, value) =>
            pixels[(((y * width) + x) * Channels) + channel] = value);
        return Raster.FromPixels(ImageMode.Rgb, width, height, pixels);
    }

    private static (int Width, int Height) Fit(Raster picture, int side)
    {
        double scale = Math.Min((double)side / picture.Width, (double)side / picture.Height);
        return (
            Math.Clamp((int)(picture.Width * scale), 1, side), Math.Clamp((int)(picture.Height * scale), 1, side));
    }

    private static void Draw(Raster picture, int width, int height, Action<int, int, int, byte> set)
    {
        for (int y = 0; y < height; y++)
        {
            (int top, int bottom) = Covered(y, height, picture.Height);
            for (int x = 0; x < width; x++)
            {
                (int left, int right) = Covered(x, width, picture.Width);
                for (int channel = 0; channel < Channels; channel++)
                {
                    set(x, y, channel, Mean(picture, left, right, top, bottom, channel));
                }
            }
        }
    }

    private static (int First, int Beyond) Covered(int place, int length, int sourceLength)
    {
        int first = (int)((long)place * sourceLength / length);
        return (first, Math.Max(first + 1, (int)((place + 1L) * sourceLength / length)));
    }

    private static byte Mean(Raster picture, int left, int right, int top, int bottom, int channel)
    {
        long sum = 0;
        for (int y = top; y < bottom; y++)
        {
            for (int x = left; x < right; x++)
            {
                sum += picture.Pixels[(y * picture.Stride) + (x * Channels) + channel];
            }
        }

        long count = (long)(right - left) * (bottom - top);
        return (byte)((sum + (count / 2)) / count);
    }
}
