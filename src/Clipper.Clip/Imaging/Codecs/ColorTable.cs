using System.Runtime.CompilerServices;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>256 colours of a native header, as R, G, B bytes.</summary>
[InlineArray(Raster.PaletteSize)]
internal struct ColorTable
{
    private byte _first;
}
