using System.Runtime.InteropServices;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>What <c>clipper_tiff_info</c> tells of the first picture.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct TiffHeader
{
    /// <summary>Pixels in a row.</summary>
    public int Width;

    /// <summary>Rows.</summary>
    public int Height;

    /// <summary>Bits a sample.</summary>
    public int Bits;

    /// <summary>Samples a pixel.</summary>
    public int Samples;

    /// <summary>0 white is zero, 1 black is zero, 2 RGB, 3 palette, 5 CMYK, 6 YCbCr.</summary>
    public int Photometric;

    /// <summary>1 unsigned, 2 signed, 3 floating point.</summary>
    public int Format;

    /// <summary>1 none, 5 LZW, 7 JPEG, ….</summary>
    public int Compression;

    /// <summary>Samples beyond the colours.</summary>
    public int Extras;

    /// <summary>What the first of them is: 0 unknown, 1 premultiplied alpha, 2 alpha.</summary>
    public int Extra;

    /// <summary>1 to 8, as in EXIF.</summary>
    public int Orientation;

    /// <summary>Entries of the palette.</summary>
    public int Colors;

    /// <summary>The palette.</summary>
    public ColorTable Table;
}
