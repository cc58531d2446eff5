namespace Clipper.Clip.Imaging;

/// <summary>What a pixel is made of: Pillow's modes, because resampling runs in the image's own mode.</summary>
public enum ImageMode
{
    /// <summary>Pillow's <c>1</c>: one byte a pixel, 0 or 255.</summary>
    Bilevel,

    /// <summary>Pillow's <c>L</c>: one byte a pixel.</summary>
    Grey,

    /// <summary>Pillow's <c>LA</c>: grey and alpha.</summary>
    GreyAlpha,

    /// <summary>Pillow's <c>P</c>: one byte a pixel, an index into the palette.</summary>
    Palette,

    /// <summary>Pillow's <c>RGB</c>: three bytes a pixel.</summary>
    Rgb,

    /// <summary>Pillow's <c>RGBA</c>: four bytes a pixel.</summary>
    Rgba,

    /// <summary>Pillow's <c>CMYK</c>: four bytes a pixel, 255 is full ink.</summary>
    Cmyk,

    /// <summary>Pillow's <c>I</c>: one 32-bit integer a pixel in the machine's byte order (16-bit grey PNG).</summary>
    Int32,
}
