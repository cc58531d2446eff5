using System.Buffers.Binary;
using System.Text;

namespace Clipper.Testing.Pictures;

/// <summary>Writes AVI videos of uncompressed frames.</summary>
public static class AviBytes
{
    /// <summary>The file.</summary>
    /// <param name="frames">In colour, of one size whose width is a multiple of four.</param>
    public static byte[] Of(IReadOnlyList<DrawnPicture> frames)
    {
        (int width, int height) = (frames[0].Width, frames[0].Height);
        int size = width * height * 3;
        byte[] main = Numbers(40_000, size * 25, 0, 0x10, frames.Count, 0, 1, size, width, height, 0, 0, 0, 0);
        byte[] stream =
            [.. "vidsDIB "u8, .. Numbers(0, 0, 0, 1, 25, 0, frames.Count, size, -1, 0, 0), .. new byte[4]];
        byte[] format = Numbers(40, width, height, 1 | (24 << 16), 0, size, 0, 0, 0, 0);
        byte[] header = List("hdrl", Chunk("avih", main), List("strl", Chunk("strh", stream), Chunk("strf", format)));
        byte[] movie = List("movi", [.. frames.Select(frame => Chunk("00db", Rows(frame)))]);
        return Chunk("RIFF", [.. "AVI "u8, .. header, .. movie]);
    }

    // From the bottom row up, blue first.
    private static byte[] Rows(DrawnPicture frame)
    {
        byte[] rows = new byte[frame.Pixels.Length];
        int stride = frame.Width * 3;
        for (int i = 0; i < rows.Length; i++)
        {
            int y = frame.Height - 1 - (i / stride);
            rows[i] = frame.Pixels[(y * stride) + (i % stride / 3 * 3) + 2 - (i % 3)];
        }

        return rows;
    }

    private static byte[] List(string name, params byte[][] chunks) =>
        Chunk("LIST", [.. Encoding.ASCII.GetBytes(name), .. chunks.SelectMany(chunk => chunk)]);

    private static byte[] Chunk(string name, byte[] content)
    {
        byte[] length = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(length, content.Length);
        return [.. Encoding.ASCII.GetBytes(name), .. length, .. content];
    }

    private static byte[] Numbers(params int[] values) => [.. values.SelectMany(BitConverter.GetBytes)];
}
