using System.Runtime.InteropServices;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>What <c>clipper_png_info</c> tells.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct PngHeader
{
    /// <summary>Pixels in a row.</summary>
    public int Width;

    /// <summary>Rows.</summary>
    public int Height;

    /// <summary>Bits a sample: 1, 2, 4, 8 or 16.</summary>
    public int Depth;

    /// <summary>0 grey, 2 RGB, 3 palette, 4 grey + alpha, 6 RGBA.</summary>
    public int ColorType;

    /// <summary>Entries of the palette.</summary>
    public int Colors;

    /// <summary>The palette.</summary>
    public ColorTable Table;
}
