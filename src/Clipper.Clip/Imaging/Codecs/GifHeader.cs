using System.Runtime.InteropServices;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>What <c>clipper_gif_info</c> tells of the screen and the first frame.</summary>
[StructLayout(LayoutKind.Sequential)]
internal struct GifHeader
{
    /// <summary>Width of the screen.</summary>
    public int ScreenWidth;

    /// <summary>Height of the screen.</summary>
    public int ScreenHeight;

    /// <summary>First column of the frame.</summary>
    public int Left;

    /// <summary>First row of the frame.</summary>
    public int Top;

    /// <summary>Width of the frame.</summary>
    public int Width;

    /// <summary>Height of the frame.</summary>
    public int Height;

    /// <summary>Index of the transparent colour, −1 where there is none.</summary>
    public int Transparent;

    /// <summary>Entries of the palette in force; 0 where there is none.</summary>
    public int Colors;

    /// <summary>The palette.</summary>
    public ColorTable Table;
}
