using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;
using Clipper.Testing;
using Clipper.Testing.Archives;

namespace Clipper.Bench.Tests.Datasets.Storage;

public sealed class TarStoreTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Read_gives_every_file_from_many_threads()
    {
        var tar = new TarBytes();
        for (int i = 0; i < 500; i++)
        {
            tar.File($"c{i % 7}/{i}.png", new string((char)('a' + (i % 26)), i * 3));
        }

        using TarStore store = Open(Write(tar));

        Assert.Equal(500, store.Names.Count);
        Parallel.ForEach(store.Names, name =>
        {
            int number = int.Parse(Path.GetFileNameWithoutExtension(name), CultureInfo.InvariantCulture);
            byte[] bytes = store.Read(name);
            Assert.Equal(number * 3, bytes.Length);
            Assert.All(bytes, b => Assert.Equal('a' + (number % 26), b));
        });
        Assert.Throws<DataFileException>(() => store.Read("absent.png"));
    }

    [Fact]
    public void Open_second_time_reads_the_kept_list_and_not_the_archive()
    {
        string path = Write(new TarBytes()
            .File("a", new string('x', 200_000)).File("b", "y").File("c", new string('z', 200_000)));
        Open(path).Dispose();
        DateTime time = File.GetLastWriteTimeUtc(path);
        byte[] bytes = File.ReadAllBytes(path);
        bytes[200_704] = (byte)'!'; // The name of b: neither among the first nor the last bytes.
        File.WriteAllBytes(path, bytes);
        File.SetLastWriteTimeUtc(path, time);

        using TarStore store = Open(path);

        Assert.Equal(["a", "b", "c"], store.Names.Order(StringComparer.Ordinal));
        Assert.Contains(
            "archive was changed", Assert.Throws<DataFileException>(() => store.Read("b")).Message,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("time")]
    [InlineData("size")]
    [InlineData("bytes")]
    public void Open_archive_of_another_time_size_or_hash_is_listed_again(string what)
    {
        string path = Write(new TarBytes().File("a", "x"));
        Open(path).Dispose();
        DateTime time = File.GetLastWriteTimeUtc(path);
        File.WriteAllBytes(
            path, what == "size" ? new TarBytes().File("b", "x").File("c", "y").ToArray()
                : new TarBytes().File("b", "x").ToArray());
        File.SetLastWriteTimeUtc(path, what == "time" ? time.AddTicks(10) : time);

        using TarStore store = Open(path);

        Assert.Contains("b", store.Names);
        Assert.DoesNotContain("a", store.Names);
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Open_a_hundred_thousand_files_are_listed_once()
    {
        const int Files = 100_000;
        var tar = new TarBytes();
        for (int i = 0; i < Files; i++)
        {
            tar.File($"n{i % 1000:00000000}/{i:00000000}.jpg", []);
        }

        string path = Write(tar);
        Open(path).Dispose();
        string kept = Directory.GetFiles(_folder.Combine("cache", "archives")).Single();
        DateTime listed = File.GetLastWriteTimeUtc(kept);

        using TarStore store = Open(path);

        Assert.Equal(Files, store.Names.Count);
        Assert.Equal(listed, File.GetLastWriteTimeUtc(kept));
    }

    [Fact]
    public void Open_damaged_kept_list_is_told_and_made_anew()
    {
        string path = Write(new TarBytes().File("a", "x"));
        Open(path).Dispose();
        string kept = Directory.GetFiles(_folder.Combine("cache", "archives")).Single();
        File.WriteAllText(kept, File.ReadAllText(kept).Replace("\ta\n", "\tb\n", StringComparison.Ordinal));

        using TarStore store = Open(path);

        Assert.Equal(["a"], store.Names);
        Assert.Contains(_warnings, w => w.Contains("does not match its seal", StringComparison.Ordinal));
    }

    [Fact]
    public void Open_hostile_archive_is_refused_and_not_kept()
    {
        string path = Write(new TarBytes().File("a", "x").Entry('2', "b", link: "/etc/passwd"));

        Assert.Throws<DataFileException>(() => Open(path));
        Assert.Throws<DataFileException>(() => Open(path));
        Assert.False(Directory.Exists(_folder.Combine("cache", "archives")));
    }

    [Fact]
    public void Open_missing_archive_is_an_error_with_its_path() => Assert.Contains(
        "none.tar", Assert.Throws<DataFileException>(() => Open(_folder.Combine("none.tar"))).Message,
        StringComparison.Ordinal);

    private TarStore Open(string path) => new(path, new(_folder.Combine("cache"), _warnings.Add));

    private string Write(TarBytes tar)
    {
        string path = _folder.Combine("a.tar");
        File.WriteAllBytes(path, tar.ToArray());
        return path;
    }
}
