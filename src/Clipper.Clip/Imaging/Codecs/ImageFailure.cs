using Clipper.Clip.Imaging.Resampling;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>Makes the exceptions of unreadable images: what is wrong and how to go on, always in the same
/// words.</summary>
internal static class ImageFailure
{
    private const string WayOut = "Replace or remove the file, or let bad images be left out with the policy 'skip'.";

    /// <summary>Content of no format that is read.</summary>
    public static ImageException NotAnImage(string name, ReadOnlySpan<byte> content) =>
        Make(name, $"{ImageFormats.Describe(content)}; expected JPEG, PNG, GIF, BMP or TIFF.");

    /// <summary>The data end before the picture does.</summary>
    public static ImageException Truncated(string name, string format) =>
        Make(name, $"is truncated: the {format} data end before the picture is complete.");

    /// <summary>Damaged data.</summary>
    public static ImageException Broken(string name, string format, string reason) =>
        Make(name, $"is not a readable {format}: {reason.TrimEnd('.', '\n')}.");

    /// <summary>A valid form of the format that is not read.</summary>
    public static ImageException Unsupported(string name, string format, string form) =>
        Make(name, $"is a {format} of a kind that is not read: {form}. Convert it to PNG.");

    /// <summary>Refuses sizes that are empty or over <see cref="Raster.MaxPixels"/>, before anything is
    /// allocated.</summary>
    public static void ThrowIfBadSize(string name, string format, long width, long height)
    {
        if (width <= 0 || height <= 0)
        {
            throw Broken(name, format, $"it says that it is {width} × {height} pixels");
        }

        if (width > Raster.MaxPixels || height > Raster.MaxPixels || width * height > Raster.MaxPixels)
        {
            string limit = $"over the limit of {Raster.MaxPixels} against decompression bombs";
            throw Make(name, $"is {width} × {height} pixels, {limit}.");
        }
    }

    /// <summary>Refuses pictures whose resized longer side Pillow cannot count in 32 bits.</summary>
    public static void ThrowIfTooNarrow(string name, Raster picture, CropGeometry geometry)
    {
        long longer = Math.Max(geometry.Width, geometry.Height);
        if (longer > int.MaxValue)
        {
            string resized = $"resized it would be {longer} pixels long, the limit is {int.MaxValue}";
            throw Make(name, $"is too narrow ({picture.Width} × {picture.Height} pixels): {resized}.");
        }
    }

    private static ImageException Make(string name, string problem) => new(name, $"{problem} {WayOut}");
}
