namespace Clipper.Testing.Pictures;

/// <summary>Writes grey pictures as GIF files of 256 greys; the codes are cleared before they grow, so nothing is
/// packed.</summary>
public static class GifBytes
{
    private const int CodeBits = 9;
    private const int Clear = 256;
    private const int End = 257;
    private const int CodesUntilClear = 250;
    private const int BlockLength = 255;

    /// <summary>The file.</summary>
    /// <exception cref="ArgumentException">The picture is not grey.</exception>
    public static byte[] Of(DrawnPicture picture)
    {
        if (picture.Channels != 1)
        {
            throw new ArgumentException("GIF files are written of grey pictures alone.", nameof(picture));
        }

        byte[] size =
            [(byte)picture.Width, (byte)(picture.Width >> 8), (byte)picture.Height, (byte)(picture.Height >> 8)];
        List<byte> file = [.. "GIF89a"u8, .. size, 0xF7, 0, 0];
        file.AddRange(Enumerable.Range(0, 256).SelectMany(grey => Enumerable.Repeat((byte)grey, 3)));
        file.AddRange([0x2C, 0, 0, 0, 0, .. size, 0, CodeBits - 1]);
        foreach (byte[] block in Codes(picture.Pixels).Chunk(BlockLength))
        {
            file.Add((byte)block.Length);
            file.AddRange(block);
        }

        file.AddRange([0, 0x3B]);
        return [.. file];
    }

    private static List<byte> Codes(byte[] pixels)
    {
        var bytes = new List<byte>();
        int bits = 0;
        int count = 0;
        void Add(int code)
        {
            bits |= code << count;
            for (count += CodeBits; count >= 8; count -= 8)
            {
                bytes.Add((byte)bits);
                bits >>= 8;
            }
        }

        for (int i = 0; i < pixels.Length; i++)
        {
            if (i % CodesUntilClear == 0)
            {
                Add(Clear);
            }

            Add(pixels[i]);
        }

        Add(End);
        bytes.Add((byte)bits);
        return bytes;
    }
}
