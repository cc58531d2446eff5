using System.Numerics.Tensors;

namespace Clipper.Clip.Imaging.Codecs;

/// <summary>JPEG: grey to L, three components to RGB, CMYK and YCCK to CMYK with Adobe's inversion undone.</summary>
internal static class JpegDecoder
{
    private const string Format = "JPEG";

    /// <summary>Decodes the whole file.</summary>
    public static Raster Decode(ReadOnlySpan<byte> encoded, string name)
    {
        JpegHeader header = CodecLibrary.ReadHeader<JpegHeader>(CodecLibrary.JpegInfo, encoded, Format, name);
        ImageFailure.ThrowIfBadSize(name, Format, header.Width, header.Height);
        ImageMode mode = header.Channels switch
        {
            1 => ImageMode.Grey,
            3 => ImageMode.Rgb,
            4 => ImageMode.Cmyk,
            _ => throw ImageFailure.Unsupported(name, Format, $"{header.Channels} components"),
        };
        Raster raster = Raster.Rent(mode, header.Width, header.Height);
        CodecLibrary.Decode(CodecLibrary.JpegDecode, encoded, raster, 0, (Format, name));
        if (mode == ImageMode.Cmyk)
        {
            TensorPrimitives.OnesComplement<byte>(raster.Writable, raster.Writable);
        }

        return raster;
    }

    /// <summary>Whether the file has one component; reads the header alone.</summary>
    public static bool IsGrey(ReadOnlySpan<byte> encoded, string name) =>
        CodecLibrary.ReadHeader<JpegHeader>(CodecLibrary.JpegInfo, encoded, Format, name).Channels == 1;
}
