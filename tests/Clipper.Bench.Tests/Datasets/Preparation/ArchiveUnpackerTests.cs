using System.IO.Compression;
using Clipper.Bench.Datasets.Preparation;
using Clipper.Clip.Files;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Archives;

namespace Clipper.Bench.Tests.Datasets.Preparation;

/// <summary>Every hostile archive is refused, leaves no folder behind, and touches nothing outside of it: a tree of
/// canaries around the destination stays as it was.</summary>
public sealed class ArchiveUnpackerTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public ArchiveUnpackerTests()
    {
        foreach (string canary in new[] { "canary", "place/canary", "place/below/canary", "etc/passwd" })
        {
            _folder.Write(canary, "alive");
        }
    }

    /// <summary>Kind of archive, and what is hostile about it.</summary>
    public static TheoryData<string, string> Hostile()
    {
        var cases = new TheoryData<string, string>();
        foreach (string name in new[]
        {
            "../canary", "../../canary", "a/../../../canary", "/etc/passwd", "C:/canary", "a\\..\\canary",
            "./../canary", "a//b", " /../b", "a\nb", "good", "GOOD", "good/b",
        })
        {
            cases.Add("tar.gz", name);
            cases.Add("tar", name);
            cases.Add("zip", name);
        }

        foreach (string kind in "12346SM".Select(c => $"kind {c}"))
        {
            cases.Add("tar.gz", kind);
        }

        return cases;
    }

    public void Dispose() => _folder.Dispose();

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Unpack_hostile_archive_is_refused_and_nothing_outside_is_touched(string form, string what)
    {
        string archive = Write(form, what);
        string before = Tree();

        Assert.Throws<DataFileException>(() => Unpack(archive));

        Assert.Equal(before, Tree());
    }

    [Fact]
    public void Unpack_through_a_link_in_the_destination_is_impossible_because_it_must_be_new()
    {
        Directory.CreateSymbolicLink(Destination, _folder.Combine("etc"));
        string archive = Write("tar", "passwd2");

        Assert.Contains(
            "there already", Assert.Throws<DataFileException>(() => Unpack(archive)).Message, StringComparison.Ordinal);
        Assert.False(File.Exists(_folder.Combine("etc", "passwd2")));
    }

    [Theory]
    [InlineData("tar")]
    [InlineData("tar.gz")]
    [InlineData("zip")]
    public void Unpack_gives_the_files(string form)
    {
        string archive = Write(form, "deep/er/x.txt");
        var counts = new List<int>();

        int count = new ArchiveUnpacker(new()).Unpack(archive, Destination, null, counts.Add, CancellationToken.None);

        Assert.Equal(2, count);
        Assert.Equal([1, 2], counts);
        Assert.Equal("hostile", File.ReadAllText(Path.Combine(Destination, "deep", "er", "x.txt")));
        Assert.Equal("good", File.ReadAllText(Path.Combine(Destination, "good")));
    }

    [Fact]
    public void Unpack_bombs_are_refused()
    {
        byte[] tar = new TarBytes().File("zeros", new byte[64 << 20]).ToArray();
        string archive = _folder.Combine("bomb.tar.gz");
        using (var gzip = new GZipStream(File.Create(archive), CompressionLevel.SmallestSize))
        {
            gzip.Write(tar);
        }

        string zip = _folder.Combine("bomb.zip");
        using (ZipArchive packed = ZipFile.Open(zip, ZipArchiveMode.Create))
        using (Stream entry = packed.CreateEntry("zeros").Open())
        {
            entry.Write(new byte[8 << 20]);
        }

        Assert.Contains("200-fold", Refusal(archive, new()), StringComparison.Ordinal);
        Assert.Contains("200-fold", Refusal(zip, new()), StringComparison.Ordinal);
        Assert.Contains("unpacked bytes", Refusal(archive, new(TotalBytes: 1 << 20)), StringComparison.Ordinal);
        Assert.Contains("claims", Refusal(archive, new(EntryBytes: 1 << 20)), StringComparison.Ordinal);
        Assert.False(Directory.Exists(Destination));
    }

    [Fact]
    public void Unpack_truncated_or_damaged_pack_is_an_error_and_leaves_nothing()
    {
        string archive = Write("tar.gz", "x");
        byte[] bytes = File.ReadAllBytes(archive);
        for (int length = 0; length < bytes.Length - 20; length += 5)
        {
            File.WriteAllBytes(archive, bytes[..length]);
            Assert.Throws<DataFileException>(() => Unpack(archive));
            Assert.False(Directory.Exists(Destination));
        }

        File.WriteAllText(archive, "no archive at all, but a good deal of text that is none");
        Assert.Throws<DataFileException>(() => Unpack(archive));
    }

    [Fact]
    public void Unpack_cancelled_leaves_nothing()
    {
        using var cancelled = new CancellationTokenSource();
        cancelled.Cancel();

        Assert.Throws<OperationCanceledException>(() => new ArchiveUnpacker(new()).Unpack(
            Write("tar", "x"), Destination, null, _ => { }, cancelled.Token));
        Assert.False(Directory.Exists(Destination));
    }

    private string Destination => _folder.Combine("place", "below", "new");

    private string Refusal(string archive, ArchiveLimits limits) => Assert.Throws<DataFileException>(
        () => new ArchiveUnpacker(limits).Unpack(archive, Destination, null, _ => { }, CancellationToken.None)).Message;

    private void Unpack(string archive) =>
        new ArchiveUnpacker(new()).Unpack(archive, Destination, null, _ => { }, CancellationToken.None);

    private string Write(string form, string what)
    {
        string path = _folder.Combine("archives", "a." + form);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        if (form == "zip")
        {
            using ZipArchive zip = ZipFile.Open(path, ZipArchiveMode.Create);
            foreach ((string name, string text) in new[] { ("good", "good"), (what, "hostile") })
            {
                using Stream stream = zip.CreateEntry(name).Open();
                stream.Write(System.Text.Encoding.UTF8.GetBytes(text));
            }

            return path;
        }

        TarBytes tar = new TarBytes().File("good", "good");
        byte[] bytes = (what.StartsWith("kind ", StringComparison.Ordinal)
            ? tar.Entry(what[^1], "link", link: "../../../etc/passwd") : tar.File(what, "hostile")).ToArray();
        using FileStream file = File.Create(path);
        using Stream stream2 = form == "tar" ? file : new GZipStream(file, CompressionLevel.Fastest);
        stream2.Write(bytes);
        return path;
    }

    private string Tree() => string.Join('\n', Directory.EnumerateFileSystemEntries(
        _folder.Path, "*", SearchOption.AllDirectories).Order(StringComparer.Ordinal).Select(
        path => File.Exists(path) ? $"{path} {File.ReadAllText(path)} {File.GetLastWriteTimeUtc(path).Ticks}" : path));
}
