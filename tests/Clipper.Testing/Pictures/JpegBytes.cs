namespace Clipper.Testing.Pictures;

/// <summary>Writes pictures as baseline JPEG files without chroma subsampling. The Huffman codes have one length, which
/// makes them the symbols' numbers: larger files than usual, but valid ones.</summary>
public static class JpegBytes
{
    private const int Side = 8;
    private const int Step = 6;
    private const int DcBits = 4;
    private const int AcBits = 8;

    private static readonly int[] _zigzag =
    [
        0, 1, 8, 16, 9, 2, 3, 10, 17, 24, 32, 25, 18, 11, 4, 5, 12, 19, 26, 33, 40, 48, 41, 34, 27, 20, 13, 6, 7, 14,
        21, 28, 35, 42, 49, 56, 57, 50, 43, 36, 29, 22, 15, 23, 30, 37, 44, 51, 58, 59, 52, 45, 38, 31, 39, 46, 53, 60,
        61, 54, 47, 55, 62, 63,
    ];

    private static readonly byte[] _dcSymbols = [.. Enumerable.Range(0, 12).Select(size => (byte)size)];

    private static readonly byte[] _acSymbols =
    [
        0x00, 0xF0,
        .. from run in Enumerable.Range(0, 16) from size in Enumerable.Range(1, 10) select (byte)((run << 4) | size),
    ];

    private static readonly double[] _cosines =
    [
        .. from u in Enumerable.Range(0, Side)
           from x in Enumerable.Range(0, Side)
           select Math.Cos(((2 * x) + 1) * u * Math.PI / 16) * (u == 0 ? Math.Sqrt(0.125) : 0.5),
    ];

    /// <summary>The file.</summary>
    public static byte[] Of(DrawnPicture picture)
    {
        var file = new List<byte> { 0xFF, 0xD8 };
        Segment(file, 0xE0, [.. "JFIF\0"u8, 1, 1, 0, 0, 1, 0, 1, 0, 0]);
        Segment(file, 0xDB, [0, .. Enumerable.Repeat((byte)Step, 64)]);
        byte[] size =
            [(byte)(picture.Height >> 8), (byte)picture.Height, (byte)(picture.Width >> 8), (byte)picture.Width];
        IEnumerable<byte> numbers = Enumerable.Range(1, picture.Channels).Select(c => (byte)c);
        Segment(
            file, 0xC0, [8, .. size, (byte)picture.Channels, .. numbers.SelectMany(c => new byte[] { c, 0x11, 0 })]);
        Segment(file, 0xC4, [0x00, .. Lengths(DcBits, _dcSymbols.Length), .. _dcSymbols]);
        Segment(file, 0xC4, [0x10, .. Lengths(AcBits, _acSymbols.Length), .. _acSymbols]);
        Segment(
            file, 0xDA,
            [(byte)picture.Channels, .. numbers.SelectMany(c => new byte[] { c, 0 }), 0, 63, 0]);
        var bits = new BitList(file);
        Scan(picture, bits);
        bits.Flush();
        file.AddRange([0xFF, 0xD9]);
        return [.. file];
    }

    private static void Segment(List<byte> file, byte marker, byte[] content) =>
        file.AddRange([0xFF, marker, (byte)((content.Length + 2) >> 8), (byte)(content.Length + 2), .. content]);

    private static byte[] Lengths(int bits, int count)
    {
        byte[] lengths = new byte[16];
        lengths[bits - 1] = (byte)count;
        return lengths;
    }

    private static void Scan(DrawnPicture picture, BitList bits)
    {
        int[] last = new int[picture.Channels];
        for (int y = 0; y < picture.Height; y += Side)
        {
            for (int x = 0; x < picture.Width; x += Side)
            {
                for (int c = 0; c < picture.Channels; c++)
                {
                    last[c] = Block(Coefficients(picture, x, y, c), last[c], bits);
                }
            }
        }
    }

    private static int Block(int[] values, int last, BitList bits)
    {
        int difference = values[0] - last;
        int size = Size(difference);
        bits.Add(size, DcBits);
        bits.Add(difference < 0 ? difference - 1 : difference, size);
        int run = 0;
        foreach (int value in values.Skip(1))
        {
            if (value == 0)
            {
                run++;
                continue;
            }

            for (; run > 15; run -= 16)
            {
                bits.Add(Array.IndexOf(_acSymbols, (byte)0xF0), AcBits);
            }

            size = Size(value);
            bits.Add(Array.IndexOf(_acSymbols, (byte)((run << 4) | size)), AcBits);
            bits.Add(value < 0 ? value - 1 : value, size);
            run = 0;
        }

        if (run > 0)
        {
            bits.Add(Array.IndexOf(_acSymbols, (byte)0), AcBits);
        }

        return values[0];
    }

    private static int[] Coefficients(DrawnPicture picture, int left, int top, int channel)
    {
        double[] samples = new double[Side * Side];
        for (int i = 0; i < samples.Length; i++)
        {
            int x = Math.Min(left + (i % Side), picture.Width - 1);
            int y = Math.Min(top + (i / Side), picture.Height - 1);
            samples[i] = Component(picture, (y * picture.Width) + x, channel) - 128;
        }

        double[] rows = new double[Side * Side];
        double[] both = new double[Side * Side];
        for (int i = 0; i < samples.Length; i++)
        {
            (int line, int u) = (i / Side, i % Side);
            rows[i] = Enumerable.Range(0, Side).Sum(x => samples[(line * Side) + x] * _cosines[(u * Side) + x]);
        }

        for (int i = 0; i < samples.Length; i++)
        {
            (int v, int u) = (i / Side, i % Side);
            both[i] = Enumerable.Range(0, Side).Sum(y => rows[(y * Side) + u] * _cosines[(v * Side) + y]);
        }

        return [.. _zigzag.Select(place => (int)Math.Round(both[place] / Step))];
    }

    private static double Component(DrawnPicture picture, int pixel, int channel)
    {
        if (picture.Channels == 1)
        {
            return picture.Pixels[pixel];
        }

        ReadOnlySpan<byte> rgb = picture.Pixels.AsSpan(pixel * 3, 3);
        double luma = (0.299 * rgb[0]) + (0.587 * rgb[1]) + (0.114 * rgb[2]);
        return channel switch
        {
            0 => luma,
            1 => 128 + ((rgb[2] - luma) * 0.564),
            _ => 128 + ((rgb[0] - luma) * 0.713),
        };
    }

    private static int Size(int value)
    {
        int size = 0;
        for (int rest = Math.Abs(value); rest > 0; rest >>= 1)
        {
            size++;
        }

        return size;
    }

    private sealed class BitList(List<byte> file)
    {
        private int _bits;
        private int _count;

        public void Add(int value, int count)
        {
            for (int bit = count - 1; bit >= 0; bit--)
            {
                _bits = (_bits << 1) | ((value >> bit) & 1);
                if (++_count == 8)
                {
                    file.Add((byte)_bits);
                    if ((byte)_bits == 0xFF)
                    {
                        file.Add(0);
                    }

                    (_bits, _count) = (0, 0);
                }
            }
        }

        public void Flush() => Add(0x7F, (8 - _count) % 8);
    }
}
