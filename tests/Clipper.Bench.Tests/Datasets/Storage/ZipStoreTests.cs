using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets.Storage;

public sealed class ZipStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_stored_deflated_and_empty_files()
    {
        string path = Zip(archive =>
        {
            Add(archive, "stored.png", "abc", CompressionLevel.NoCompression);
            Add(archive, "deep/er/deflated.png", new string('x', 5000));
            Add(archive, "empty.png", "");
            archive.CreateEntry("folder/");
        });

        using var store = new ZipStore(path);

        Assert.Equal(["deep/er/deflated.png", "empty.png", "stored.png"], store.Names.Order(StringComparer.Ordinal));
        Assert.Equal("abc"u8.ToArray(), store.Read("stored.png"));
        Assert.Equal(5000, store.Read("deep/er/deflated.png").Length);
        Assert.Empty(store.Read("empty.png"));
        Assert.Throws<DataFileException>(() => store.Read("absent.png"));
    }

    [Theory]
    [InlineData("../evil.png", "'..'")]
    [InlineData("a/../../evil.png", "'..'")]
    [InlineData("/etc/passwd", "absolute")]
    [InlineData("C:/evil.png", "absolute")]
    [InlineData("a\\evil.png", "backslash")]
    [InlineData("a//evil.png", "empty")]
    [InlineData("./evil.png", "'.'")]
    [InlineData("a\nevil.png", "control character")]
    [InlineData("GOOD.png", "letter case alone")]
    [InlineData("good.png", "occurs twice")]
    [InlineData("__MACOSX/../../evil.png", "'..'")]
    public void Open_hostile_name_is_refused_by_name(string name, string expected)
    {
        string path = Zip(archive =>
        {
            Add(archive, "good.png", "a");
            Add(archive, name, "b");
        });

        DataFileException error = Assert.Throws<DataFileException>(() => new ZipStore(path));

        Assert.Contains(expected, error.Message, StringComparison.Ordinal);
        Assert.Contains(name.Replace('\n', '?'), error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_name_of_ten_thousand_letters_is_refused() => Assert.Contains(
        "10000 characters", Refusal(archive => Add(archive, new string('a', 10000), "x")), StringComparison.Ordinal);

    [Theory]
    [InlineData(0xA1FF)]
    [InlineData(0x21B6)]
    [InlineData(0x1180)]
    public void Open_link_device_or_pipe_is_refused(int unixMode)
    {
        string path = Zip(archive => Add(archive, "a.png", "/etc/passwd").ExternalAttributes = unixMode << 16);
        PatchDirectory(path, 5, [3]);

        DataFileException error = Assert.Throws<DataFileException>(() => new ZipStore(path));

        Assert.Contains("link, device or pipe", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_bomb_by_ratio_is_refused() => Assert.Contains(
        "200-fold", Refusal(archive => Add(archive, "a.png", new string('\0', 4 << 20))), StringComparison.Ordinal);

    [Fact]
    public void Open_bomb_by_size_is_refused()
    {
        string path = Zip(archive =>
        {
            Add(archive, "a.png", "0123456789");
            Add(archive, "b.png", "0123456789");
        });

        Assert.Throws<DataFileException>(() => new ZipStore(path, new(EntryBytes: 9)));
        Assert.Throws<DataFileException>(() => new ZipStore(path, new(TotalBytes: 19)));
        new ZipStore(path, new(EntryBytes: 10, TotalBytes: 20)).Dispose();
    }

    [Fact]
    public void Open_overlapping_entries_are_refused()
    {
        string path = Zip(archive =>
        {
            Add(archive, "a.png", "0123456789", CompressionLevel.NoCompression);
            Add(archive, "b.png", "0123456789", CompressionLevel.NoCompression);
        });
        byte[] bytes = File.ReadAllBytes(path);
        int second = bytes.AsSpan().LastIndexOf("PK\x01\x02"u8);
        BinaryPrimitives.WriteInt32LittleEndian(bytes.AsSpan(second + 42), 5);
        File.WriteAllBytes(path, bytes);

        Assert.Contains(
            "overlaps", Assert.Throws<DataFileException>(() => new ZipStore(path)).Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(8, 1, "encrypted")]
    [InlineData(10, 12, "method 12")]
    public void Open_entry_that_cannot_be_read_is_refused(int at, byte value, string expected)
    {
        string path = Zip(archive => Add(archive, "a.png", "x"));
        PatchDirectory(path, at, [value]);

        Assert.Contains(
            expected, Assert.Throws<DataFileException>(() => new ZipStore(path)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Open_more_entries_than_sixteen_bits_count()
    {
        string path = Zip(archive =>
        {
            for (int i = 0; i < 70_000; i++)
            {
                archive.CreateEntry($"{i}.png", CompressionLevel.NoCompression);
            }
        });

        using var store = new ZipStore(path);

        Assert.Equal(70_000, store.Names.Count);
    }

    [Fact]
    public void Open_comment_that_holds_the_end_signature_is_read()
    {
        string path = Zip(archive =>
        {
            Add(archive, "a.png", "x");
            archive.Comment = "PK\x05\x06 and a good deal more text";
        });

        using var store = new ZipStore(path);

        Assert.Equal("x"u8.ToArray(), store.Read("a.png"));
    }

    [Fact]
    public void Open_or_read_any_damage_is_an_error_or_the_right_bytes()
    {
        string path = Zip(archive =>
        {
            Add(archive, "a.png", string.Concat(Enumerable.Range(0, 200)));
            Add(archive, "b.png", "0123456789", CompressionLevel.NoCompression);
        });
        byte[] bytes = File.ReadAllBytes(path);
        byte[] a = ReadAll(path)["a.png"];

        for (int i = 0; i < bytes.Length; i++)
        {
            byte[] changed = [.. bytes];
            changed[i] ^= (byte)(1 << (i % 8));
            File.WriteAllBytes(path, changed);
            if (Record.Exception(() => Assert.Equal(a, ReadAll(path).GetValueOrDefault("a.png", a))) is { } error)
            {
                Assert.IsType<DataFileException>(error);
            }
        }

        for (int length = 0; length < bytes.Length; length += 7)
        {
            File.WriteAllBytes(path, bytes[..length]);
            Assert.Throws<DataFileException>(() => new ZipStore(path));
        }
    }

    private static Dictionary<string, byte[]> ReadAll(string path)
    {
        using var store = new ZipStore(path);
        return store.Names.ToDictionary(n => n, store.Read);
    }

    private string Refusal(Action<ZipArchive> fill) =>
        Assert.Throws<DataFileException>(() => new ZipStore(Zip(fill))).Message;

    private static ZipArchiveEntry Add(
        ZipArchive archive, string name, string text, CompressionLevel level = CompressionLevel.Optimal)
    {
        ZipArchiveEntry entry = archive.CreateEntry(name, level);
        using Stream stream = entry.Open();
        stream.Write(Encoding.UTF8.GetBytes(text));
        return entry;
    }

    private string Zip(Action<ZipArchive> fill)
    {
        string path = _folder.Combine("a.zip");
        using var stream = new FileStream(path, FileMode.Create);
        using var archive = new ZipArchive(stream, ZipArchiveMode.Create);
        fill(archive);
        return path;
    }

    private static void PatchDirectory(string path, int at, byte[] values)
    {
        byte[] bytes = File.ReadAllBytes(path);
        values.CopyTo(bytes, bytes.AsSpan().LastIndexOf("PK\x01\x02"u8) + at);
        File.WriteAllBytes(path, bytes);
    }
}
