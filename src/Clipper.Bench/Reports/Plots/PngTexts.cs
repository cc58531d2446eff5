using System.Buffers.Binary;
using System.Text;
using Clipper.Clip.Files;

namespace Clipper.Bench.Reports.Plots;

/// <summary>The title and description of a PNG file: its text chunks (PNG specification 11.3.3), which viewers show as
/// properties of the picture.</summary>
internal static class PngTexts
{
    // Signature, then the IHDR chunk: length, type, 13 bytes, checksum.
    private const int HeaderEnd = 8 + 4 + 4 + 13 + 4;

    /// <summary>The same picture with them.</summary>
    /// <param name="png">A PNG file.</param>
    /// <param name="title">What it shows.</param>
    /// <param name="description">What a reader must know of it.</param>
    public static byte[] Describe(byte[] png, string title, string description) =>
    [
        .. png[..HeaderEnd], .. Chunk("Title", title), .. Chunk("Description", description), .. png[HeaderEnd..],
    ];

    // International text, uncompressed, of no language: keyword, 0, 0, 0, "", 0, "", 0, UTF-8.
    private static byte[] Chunk(string keyword, string text)
    {
        byte[] body = Encoding.UTF8.GetBytes($"iTXt{keyword}\0\0\0\0\0{text}");
        byte[] chunk = new byte[body.Length + 8];
        BinaryPrimitives.WriteInt32BigEndian(chunk, body.Length - 4);
        body.CopyTo(chunk, 4);
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(body.Length + 4), Crc32.Of(body));
        return chunk;
    }
}
