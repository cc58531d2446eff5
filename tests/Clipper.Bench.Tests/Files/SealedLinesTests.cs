using Clipper.Bench.Files;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Files;

public sealed class SealedLinesTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    private string File => _folder.Combine("lines.txt");

    public void Dispose() => _folder.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(30_000)]
    public void Read_gives_what_was_written(int count)
    {
        string[] lines = [.. Enumerable.Range(0, count).Select(i => $"é {i}\t")];

        SealedLines.Write(File, lines);

        Assert.Equal(lines, SealedLines.Read(File));
    }

    [Fact]
    public void Read_any_changed_or_missing_byte_is_an_error()
    {
        SealedLines.Write(File, ["one", "two"]);
        byte[] bytes = System.IO.File.ReadAllBytes(File);
        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= 1;
            System.IO.File.WriteAllBytes(File, changed);
            Assert.Throws<DataFileException>(() => SealedLines.Read(File));
            System.IO.File.WriteAllBytes(File, bytes[..i]);
            Assert.Throws<DataFileException>(() => SealedLines.Read(File));
        }
    }

    [Fact]
    public void Read_missing_file_is_an_error() =>
        Assert.Throws<DataFileException>(() => SealedLines.Read(_folder.Combine("none")));
}
