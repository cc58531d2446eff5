using System.Diagnostics;

namespace Clipper.Clip.Imaging;

/// <summary>Facts about <see cref="ImageMode"/>.</summary>
public static class ImageModes
{
    /// <summary>Bytes of one pixel.</summary>
    public static int BytesPerPixel(this ImageMode mode) => mode switch
    {
        ImageMode.Bilevel or ImageMode.Grey or ImageMode.Palette => 1,
        ImageMode.GreyAlpha => 2,
        ImageMode.Rgb => 3,
        ImageMode.Rgba or ImageMode.Cmyk or ImageMode.Int32 => 4,
        _ => throw new UnreachableException(),
    };

    /// <summary>Pillow's name of the mode, for example <c>RGB</c>.</summary>
    public static string PillowName(this ImageMode mode) => mode switch
    {
        ImageMode.Bilevel => "1",
        ImageMode.Grey => "L",
        ImageMode.GreyAlpha => "LA",
        ImageMode.Palette => "P",
        ImageMode.Rgb => "RGB",
        ImageMode.Rgba => "RGBA",
        ImageMode.Cmyk => "CMYK",
        ImageMode.Int32 => "I",
        _ => throw new UnreachableException(),
    };
}
