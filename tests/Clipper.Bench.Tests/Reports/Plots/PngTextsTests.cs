using System.Buffers.Binary;
using System.Text;
using Clipper.Bench.Reports.Plots;
using Clipper.Clip.Files;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Tests.Reports.Plots;

public sealed class PngTextsTests
{
    [Fact]
    public void Texts_are_chunks_behind_the_header_and_the_picture_stays()
    {
        using Raster picture = Raster.FromPixels(ImageMode.Rgb, 3, 2, new byte[18]);
        byte[] png = PngWriter.Write(picture);

        byte[] described = PngTexts.Describe(png, "α · β", "n = 5");

        (string Type, byte[] Body)[] chunks = [.. Chunks(described)];
        Assert.Equal(["IHDR", "iTXt", "iTXt", "IDAT", "IEND"], chunks.Select(chunk => chunk.Type));
        Assert.Equal("Title\0\0\0\0\0α · β", Encoding.UTF8.GetString(chunks[1].Body));
        Assert.Equal("Description\0\0\0\0\0n = 5", Encoding.UTF8.GetString(chunks[2].Body));
        Assert.Equal(Chunks(png).Last(chunk => chunk.Type == "IDAT").Body, chunks[3].Body);
    }

    private static IEnumerable<(string Type, byte[] Body)> Chunks(byte[] png)
    {
        for (int at = 8; at < png.Length;)
        {
            int length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            uint checksum = BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length));
            Assert.Equal(Crc32.Of(png.AsSpan(at + 4, 4 + length)), checksum);
            yield return (Encoding.ASCII.GetString(png, at + 4, 4), png[(at + 8)..(at + 8 + length)]);
            at += 12 + length;
        }
    }
}
