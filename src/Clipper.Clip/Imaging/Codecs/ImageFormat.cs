namespace Clipper.Clip.Imaging.Codecs;

/// <summary>File formats that are read.</summary>
internal enum ImageFormat
{
    /// <summary>None of them.</summary>
    Unknown,

    /// <summary>JPEG, baseline or progressive.</summary>
    Jpeg,

    /// <summary>PNG.</summary>
    Png,

    /// <summary>GIF, 87a or 89a.</summary>
    Gif,

    /// <summary>Windows or OS/2 bitmap.</summary>
    Bmp,

    /// <summary>TIFF, in either byte order.</summary>
    Tiff,
}
