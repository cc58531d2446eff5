using System.Runtime.InteropServices;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>What <c>clipper_jpeg_info</c> tells.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct JpegHeader
{
    /// <summary>Pixels in a row.</summary>
    public int Width;

    /// <summary>Rows.</summary>
    public int Height;

    /// <summary>1 grey, 3 colour, 4 CMYK or YCCK.</summary>
    public int Channels;
}
