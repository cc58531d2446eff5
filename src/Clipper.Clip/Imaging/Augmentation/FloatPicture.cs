namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>An RGB picture of float32 values, nominally in [0, 1]: three planes of rows from the top.</summary>
/// <param name="width">Pixels in a row, positive.</param>
/// <param name="height">Rows, positive.</param>
public sealed class FloatPicture(int width, int height)
{
    /// <summary>Planes: R, G, B.</summary>
    public const int Channels = 3;

    private readonly float[] _values = new float[checked(width * height * Channels)];

    /// <summary>Pixels in a row.</summary>
    public int Width { get; } = width;

    /// <summary>Rows.</summary>
    public int Height { get; } = height;

    /// <summary>All values, plane after plane.</summary>
    public Span<float> Values => _values;

    /// <summary>The values of one channel, height × width.</summary>
    public Span<float> Plane(int channel) => _values.AsSpan(channel * Width * Height, Width * Height);

    /// <summary>One row of one channel.</summary>
    public Span<float> Row(int channel, int y) => Plane(channel).Slice(y * Width, Width);

    /// <summary>Bytes to v / 255, after conversion to RGB.</summary>
    public static FloatPicture Of(Raster raster)
    {
        using Raster rgb = raster.ToRgb();
        var picture = new FloatPicture(rgb.Width, rgb.Height);
        ReadOnlySpan<byte> pixels = rgb.Pixels;
        for (int c = 0; c < Channels; c++)
        {
            Span<float> plane = picture.Plane(c);
            for (int i = 0; i < plane.Length; i++)
            {
                plane[i] = pixels[(i * Channels) + c] / 255f;
            }
        }

        return picture;
    }

    /// <summary>Values clipped to [0, 1], times 255, cut to bytes: an RGB picture.</summary>
    public Raster ToRaster()
    {
        Raster raster = Raster.Rent(ImageMode.Rgb, Width, Height);
        Span<byte> pixels = raster.Writable;
        for (int c = 0; c < Channels; c++)
        {
            ReadOnlySpan<float> plane = Plane(c);
            for (int i = 0; i < plane.Length; i++)
            {
                pixels[(i * Channels) + c] = (byte)(Math.Clamp(plane[i], 0f, 1f) * 255f);
            }
        }

        return raster;
    }
}
