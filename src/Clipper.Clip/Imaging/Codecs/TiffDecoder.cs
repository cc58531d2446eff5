namespace Clipper.Clip.Imaging.Codecs;

/// <summary>The first picture of a TIFF in Pillow 9.4's modes: 1, L, LA, P, RGB, RGBA, CMYK; of 16 bits a colour the
/// high byte; a fourth sample that is no alpha is dropped; turned as its orientation says. Grey of 16 and 32 bits,
/// which Pillow cannot resize, and premultiplied alpha are refused.</summary>
internal static class TiffDecoder
{
    private const string Format = "TIFF";
    private const int WhiteIsZero = 0;
    private const int Uncompressed = 1;
    private const int Jpeg = 7;
    private const int Alpha = 2;

    /// <summary>Alpha, as one writer marks it.</summary>
    private const int CorelAlpha = 999;

    /// <summary>No compression but those of fax machines packs tighter.</summary>
    private const long LargestRatio = 1 << 14;

    /// <summary>Decodes the first picture.</summary>
    public static Raster Decode(ReadOnlySpan<byte> encoded, string name)
    {
        TiffHeader header = CodecLibrary.ReadHeader<TiffHeader>(CodecLibrary.TiffInfo, encoded, Format, name);
        ImageFailure.ThrowIfBadSize(name, Format, header.Width, header.Height);
        ImageMode mode = Mode(header)
            ?? throw ImageFailure.Unsupported(name, Format, Describe(header));
        long stride = (((long)header.Width * header.Samples * header.Bits) + 7) / 8;
        long ratio = header.Compression == Uncompressed ? 1 : LargestRatio;
        if (stride * header.Height > encoded.Length * ratio)
        {
            throw ImageFailure.Truncated(name, Format);
        }

        using var packed = Raster.Rent(ImageMode.Grey, checked((int)stride), header.Height);
        CodecLibrary.Decode(CodecLibrary.TiffDecode, encoded, packed, 0, (Format, name));
        Raster raster = mode == ImageMode.Palette
            ? Raster.RentWithPalette(header.Width, header.Height, header.Table[..(3 * header.Colors)])
            : Raster.Rent(mode, header.Width, header.Height);
        for (int y = 0; y < header.Height; y++)
        {
            ReadOnlySpan<byte> row = packed.Pixels.Slice(y * packed.Stride, packed.Stride);
            Unpack(header, row, raster.Writable.Slice(y * raster.Stride, raster.Stride), mode);
        }

        return TiffOrientation.Apply(raster, header.Orientation);
    }

    private static ImageMode? Mode(in TiffHeader header) => header.Format != 1 ? null :
        (header.Photometric, header.Bits, header.Samples, header.Extras) switch
        {
            (0 or 1, 1, 1, 0) => ImageMode.Bilevel,
            (0 or 1, 2 or 4 or 8, 1, 0) => ImageMode.Grey,
            (1, 8, 2, 1) when header.Extra == Alpha => ImageMode.GreyAlpha,
            (2, 8 or 16, 3, 0) => ImageMode.Rgb,
            (2, 8 or 16, 4, 1) when header.Extra is Alpha or CorelAlpha => ImageMode.Rgba,
            (2, 8 or 16, 4, 1) when header.Extra == 0 => ImageMode.Rgb,
            (3, 1 or 2 or 4 or 8, 1, 0) when header.Colors > 0 => ImageMode.Palette,
            (5, 8, 4, 0) => ImageMode.Cmyk,
            (6, 8, 3, 0) when header.Compression == Jpeg => ImageMode.Rgb,
            _ => null,
        };

    private static string Describe(in TiffHeader header)
    {
        string kind = header.Format switch { 1 => "unsigned", 2 => "signed", 3 => "floating point", _ => "unknown" };
        return $"{header.Samples} {kind} samples of {header.Bits} bits, photometric interpretation "
            + $"{header.Photometric}, {header.Extras} extra samples of kind {header.Extra}";
    }

    private static void Unpack(in TiffHeader header, ReadOnlySpan<byte> packed, Span<byte> row, ImageMode mode)
    {
        int channels = mode.BytesPerPixel();
        if (header.Bits < 8)
        {
            UnpackBits(packed, row, header.Bits, mode == ImageMode.Palette ? 1 : 255 / ((1 << header.Bits) - 1));
        }
        else if (header.Bits == 8 && header.Samples == channels)
        {
            packed.CopyTo(row);
        }
        else
        {
            // The high byte is the second one of a sample: the native code gives the machine's order.
            int step = header.Bits / 8;
            for (int i = 0; i < row.Length; i++)
            {
                row[i] = packed[(((i / channels * header.Samples) + (i % channels)) * step) + step - 1];
            }
        }

        if (header.Photometric == WhiteIsZero)
        {
            foreach (ref byte value in row)
            {
                value = (byte)(255 - value);
            }
        }
    }

    private static void UnpackBits(ReadOnlySpan<byte> packed, Span<byte> row, int bits, int factor)
    {
        int perByte = 8 / bits;
        int mask = (1 << bits) - 1;
        for (int x = 0; x < row.Length; x++)
        {
            int shift = 8 - (bits * ((x % perByte) + 1));
            row[x] = (byte)(((packed[x / perByte] >> shift) & mask) * factor);
        }
    }
}
