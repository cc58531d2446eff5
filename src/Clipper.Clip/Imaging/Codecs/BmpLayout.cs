namespace Clipper.Clip.Imaging.Codecs;

/// <summary>How the pixels of a bitmap lie in the file and what they become.</summary>
internal sealed class BmpLayout
{
    private const int LargestPalette = 256;

    private readonly ImageMode _mode;
    private readonly int _bits;
    private readonly byte[] _colors;

    /// <summary>Byte of red, green, blue, alpha in a pixel of 24 or 32 bits.</summary>
    private readonly (int R, int G, int B, int A) _order;

    /// <summary>Bits of green in a pixel of 16 bits: 5 or 6.</summary>
    private readonly int _greenBits;

    private BmpLayout(
        ImageMode mode, int bits, byte[] colors, (int R, int G, int B, int A) order = default, int greenBits = 5)
    {
        _mode = mode;
        _bits = bits;
        _colors = colors;
        _order = order;
        _greenBits = greenBits;
    }

    /// <summary>Finds the layout.</summary>
    /// <exception cref="ImageException">Compressed, or a layout that Pillow 9.4 does not read either.</exception>
    public static BmpLayout Of(BmpHeader header, ReadOnlySpan<byte> file, string name)
    {
        if (header.Compression is not (0 or BmpHeader.BitFields))
        {
            string kind = header.Compression switch
            {
                1 => "RLE8",
                2 => "RLE4",
                4 => "JPEG",
                5 => "PNG",
                _ => "unknown",
            };
            throw ImageFailure.Unsupported(name, BmpDecoder.Format, $"compression {header.Compression} ({kind})");
        }

        return (header.Bits, header.Compression) switch
        {
            (1 or 4 or 8, 0) => Indexed(header, file, name),
            (16, 0) => new BmpLayout(ImageMode.Rgb, 16, []),
            (24 or 32, 0) => new BmpLayout(ImageMode.Rgb, header.Bits, [], (2, 1, 0, 3)),
            (16 or 24 or 32, _) => Masked(header, name),
            _ => throw ImageFailure.Unsupported(name, BmpDecoder.Format, $"{header.Bits} bits a pixel"),
        };
    }

    /// <summary>Bytes that a row needs, without padding.</summary>
    public long RowBytes(int width) => (((long)width * _bits) + 7) / 8;

    /// <summary>A picture of the right mode whose pixels are not yet set.</summary>
    public Raster Rent(int width, int height) => _mode == ImageMode.Palette
        ? Raster.RentWithPalette(width, height, _colors)
        : Raster.Rent(_mode, width, height);

    /// <summary>Unpacks one row.</summary>
    public void ReadRow(ReadOnlySpan<byte> source, Span<byte> row)
    {
        switch (_bits)
        {
            case 16:
                Read16(source, row);
                break;
            case 24 or 32:
                ReadOrdered(source, row);
                break;
            default:
                ReadPacked(source, row);
                break;
        }
    }

    private static BmpLayout Indexed(BmpHeader header, ReadOnlySpan<byte> file, string name)
    {
        if (header.Colors > LargestPalette)
        {
            string problem = $"its palette has {header.Colors} colours, at most {LargestPalette} fit";
            throw ImageFailure.Broken(name, BmpDecoder.Format, problem);
        }

        int size = header.EntrySize;
        int available = Math.Clamp((file.Length - header.PaletteStart) / size, 0, (int)header.Colors);
        byte[] colors = new byte[3 * available];
        bool grey = available == header.Colors;
        for (int i = 0; i < available; i++)
        {
            ReadOnlySpan<byte> entry = file.Slice(header.PaletteStart + (i * size), 3);
            (colors[3 * i], colors[(3 * i) + 1], colors[(3 * i) + 2]) = (entry[2], entry[1], entry[0]);
            int ramp = header.Colors == 2 ? 255 * i : i;
            grey &= entry[0] == ramp && entry[1] == ramp && entry[2] == ramp;
        }

        return grey ? Grey(header, name) : new BmpLayout(ImageMode.Palette, header.Bits, colors);
    }

    /// <summary>Pillow 9.4 reads a two-colour grey picture as one bit and any other as eight bits a pixel, whatever the
    /// header says.</summary>
    private static BmpLayout Grey(BmpHeader header, string name)
    {
        if (header.Colors == 2)
        {
            return new BmpLayout(ImageMode.Bilevel, 1, []);
        }

        return header.Bits == 8
            ? new BmpLayout(ImageMode.Grey, 8, [])
            : throw ImageFailure.Unsupported(name, BmpDecoder.Format, $"{header.Bits} bits with a grey palette");
    }

    private static BmpLayout Masked(BmpHeader header, string name)
    {
        (uint R, uint G, uint B, uint A) masks = header.Bits == 32 ? header.Masks : header.Masks with { A = 0 };
        return (header.Bits, masks) switch
        {
            (32, (0xFF0000, 0xFF00, 0xFF, 0)) => new BmpLayout(ImageMode.Rgb, 32, [], (2, 1, 0, 3)),
            (32, (0xFF000000, 0xFF0000, 0xFF00, 0)) => new BmpLayout(ImageMode.Rgb, 32, [], (3, 2, 1, 0)),
            (32, (0xFF000000, 0xFF0000, 0xFF00, 0xFF)) => new BmpLayout(ImageMode.Rgba, 32, [], (3, 2, 1, 0)),
            (32, (0xFF, 0xFF00, 0xFF0000, 0xFF000000)) => new BmpLayout(ImageMode.Rgba, 32, [], (0, 1, 2, 3)),
            (32, (0xFF0000, 0xFF00, 0xFF, 0xFF000000)) => new BmpLayout(ImageMode.Rgba, 32, [], (2, 1, 0, 3)),
            (32, (0, 0, 0, 0)) => new BmpLayout(ImageMode.Rgba, 32, [], (2, 1, 0, 3)),
            (24, (0xFF0000, 0xFF00, 0xFF, 0)) => new BmpLayout(ImageMode.Rgb, 24, [], (2, 1, 0, 3)),
            (16, (0xF800, 0x7E0, 0x1F, 0)) => new BmpLayout(ImageMode.Rgb, 16, [], greenBits: 6),
            (16, (0x7C00, 0x3E0, 0x1F, 0)) => new BmpLayout(ImageMode.Rgb, 16, []),
            _ => throw ImageFailure.Unsupported(
                name,
                BmpDecoder.Format,
                $"{header.Bits} bits with masks {masks.R:X}, {masks.G:X}, {masks.B:X}, {masks.A:X}"),
        };
    }

    private void ReadPacked(ReadOnlySpan<byte> source, Span<byte> row)
    {
        int perByte = 8 / _bits;
        int mask = (1 << _bits) - 1;
        int factor = _mode == ImageMode.Bilevel ? 255 : 1;
        for (int x = 0; x < row.Length; x++)
        {
            int shift = 8 - (_bits * ((x % perByte) + 1));
            row[x] = (byte)(((source[x / perByte] >> shift) & mask) * factor);
        }
    }

    private void Read16(ReadOnlySpan<byte> source, Span<byte> row)
    {
        int greenMost = (1 << _greenBits) - 1;
        for (int from = 0, to = 0; to < row.Length; from += 2, to += 3)
        {
            int pixel = source[from] | (source[from + 1] << 8);
            row[to] = (byte)(((pixel >> (5 + _greenBits)) & 31) * 255 / 31);
            row[to + 1] = (byte)(((pixel >> 5) & greenMost) * 255 / greenMost);
            row[to + 2] = (byte)((pixel & 31) * 255 / 31);
        }
    }

    private void ReadOrdered(ReadOnlySpan<byte> source, Span<byte> row)
    {
        int from = _bits / 8;
        int to = _mode.BytesPerPixel();
        for (int i = 0, x = 0; x < row.Length; i += from, x += to)
        {
            row[x] = source[i + _order.R];
            row[x + 1] = source[i + _order.G];
            row[x + 2] = source[i + _order.B];
            if (to == 4)
            {
                row[x + 3] = source[i + _order.A];
            }
        }
    }
}
