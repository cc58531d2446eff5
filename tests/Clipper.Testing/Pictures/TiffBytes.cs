using System.Buffers.Binary;

namespace Clipper.Testing.Pictures;

/// <summary>Writes TIFF files field by field.</summary>
public static class TiffBytes
{
    private const ushort Short = 3;
    private const ushort Long = 4;
    private const int HeaderLength = 8;

    /// <summary>An uncompressed picture in strips of eight rows, as histology tiles are.</summary>
    public static byte[] Of(DrawnPicture picture)
    {
        const int rows = 8;
        bool isGrey = picture.Channels == 1;
        uint[] bits = isGrey ? [8] : [8, 8, 8];
        byte[][] strips = [.. picture.Pixels.Chunk(picture.Width * picture.Channels * rows)];
        return Of(
            [
                (256, [(uint)picture.Width]), (257, [(uint)picture.Height]), (258, bits), (259, [1]),
                (262, [isGrey ? 1u : 2u]), (277, [(uint)picture.Channels]), (278, [rows]),
            ],
            strips);
    }

    /// <summary>A file of one picture.</summary>
    /// <param name="fields">Its fields by number, ascending; offsets and lengths of the blocks are added.</param>
    /// <param name="blocks">Its strips, or its tiles.</param>
    /// <param name="isTiled">Whether they are tiles.</param>
    /// <param name="isBigEndian">In the order of Motorola.</param>
    public static byte[] Of(
        (ushort Tag, uint[] Values)[] fields, byte[][] blocks, bool isTiled = false, bool isBigEndian = false)
    {
        uint[] lengths = [.. blocks.Select(block => (uint)block.Length)];
        uint at = HeaderLength;
        uint[] offsets = [.. lengths.Select(length => (at += length) - length)];
        (ushort Tag, uint[] Values)[] all =
        [
            .. fields.Append(((ushort)(isTiled ? 324 : 273), offsets))
                .Append(((ushort)(isTiled ? 325 : 279), lengths)).OrderBy(field => field.Item1),
        ];
        using var file = new MemoryStream();
        var writer = new Writer(file, isBigEndian);
        file.Write(isBigEndian ? "MM"u8 : "II"u8);
        writer.U16(42);
        writer.U32(at);
        foreach (byte[] block in blocks)
        {
            file.Write(block);
        }

        WriteDirectory(writer, all, at);
        return file.ToArray();
    }

    // Values of more than four bytes follow the directory.
    private static void WriteDirectory(Writer writer, (ushort Tag, uint[] Values)[] fields, uint start)
    {
        writer.U16((ushort)fields.Length);
        uint more = start + 2 + (12 * (uint)fields.Length) + 4;
        foreach ((ushort tag, uint[] values) in fields)
        {
            ushort kind = Array.TrueForAll(values, value => value <= ushort.MaxValue) ? Short : Long;
            writer.U16(tag);
            writer.U16(kind);
            writer.U32((uint)values.Length);
            if (Size(kind, values) <= 4)
            {
                writer.Values(kind, values);
                writer.Pad(4 - Size(kind, values));
            }
            else
            {
                writer.U32(more);
                more += (uint)Size(kind, values);
            }
        }

        writer.U32(0);
        foreach ((_, uint[] values) in fields)
        {
            ushort kind = Array.TrueForAll(values, value => value <= ushort.MaxValue) ? Short : Long;
            if (Size(kind, values) > 4)
            {
                writer.Values(kind, values);
            }
        }
    }

    private static int Size(ushort kind, uint[] values) => values.Length * (kind == Short ? 2 : 4);

    private sealed class Writer(Stream target, bool isBigEndian)
    {
        public void U16(ushort value)
        {
            Span<byte> bytes = stackalloc byte[2];
            BinaryPrimitives.WriteUInt16LittleEndian(
                bytes, isBigEndian ? BinaryPrimitives.ReverseEndianness(value) : value);
            target.Write(bytes);
        }

        public void U32(uint value)
        {
            Span<byte> bytes = stackalloc byte[4];
            BinaryPrimitives.WriteUInt32LittleEndian(
                bytes, isBigEndian ? BinaryPrimitives.ReverseEndianness(value) : value);
            target.Write(bytes);
        }

        public void Values(ushort kind, uint[] values)
        {
            foreach (uint value in values)
            {
                if (kind == Short)
                {
                    U16((ushort)value);
                }
                else
                {
                    U32(value);
                }
            }
        }

        public void Pad(int count) => target.Write(new byte[count]);
    }
}
