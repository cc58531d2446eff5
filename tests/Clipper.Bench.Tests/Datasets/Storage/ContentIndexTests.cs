using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Storage;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Datasets.Storage;

public sealed class ContentIndexTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly List<string> _warnings = [];
    private readonly Sample[] _samples = [new("a.png", [0]), new("b.png", [1])];

    public ContentIndexTests()
    {
        _folder.Write("data/a.png", "one");
        _folder.Write("data/b.png", "two");
    }

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Hash_is_the_sha256_of_the_bytes() => Assert.Equal(
        [
            "7692c3ad3540bb803c020b3aee66cd8887123234ea0c6e7143c0add73ff431ed",
            "3fc4ccfe745870e2c0d99f71f30ff0656c8dedd41cc1d7d3d376b0dbe685e2f3",
        ],
        Hash());

    [Fact]
    public void Hash_unchanged_file_is_not_read_again()
    {
        IReadOnlyList<string> before = Hash();
        DateTime time = File.GetLastWriteTimeUtc(_folder.Combine("data", "a.png"));
        File.WriteAllText(_folder.Combine("data", "a.png"), "0ne");
        File.SetLastWriteTimeUtc(_folder.Combine("data", "a.png"), time);

        Assert.Equal(before, Hash());
    }

    [Theory]
    [InlineData("longer", false)]
    [InlineData("0ne", true)]
    public void Hash_changed_size_or_time_is_read_again(string text, bool isLater)
    {
        IReadOnlyList<string> before = Hash();
        string path = _folder.Combine("data", "a.png");
        DateTime time = File.GetLastWriteTimeUtc(path);
        File.WriteAllText(path, text);
        File.SetLastWriteTimeUtc(path, isLater ? time.AddTicks(10) : time);

        IReadOnlyList<string> after = Hash();

        Assert.NotEqual(before[0], after[0]);
        Assert.Equal(before[1], after[1]);
    }

    [Fact]
    public void Hash_damaged_index_is_told_and_made_anew()
    {
        IReadOnlyList<string> before = Hash();
        string index = Directory.GetFiles(_folder.Combine("cache", "content")).Single();
        File.WriteAllText(index, File.ReadAllText(index).Replace('7', '8'));

        Assert.Equal(before, Hash());
        Assert.Contains(_warnings, w => w.Contains("does not match its seal", StringComparison.Ordinal));
        _warnings.Clear();
        Hash();
        Assert.Empty(_warnings);
    }

    [Fact]
    public void Hash_unreadable_image_differs_and_is_tried_again()
    {
        IReadOnlyList<string> before = Hash();
        File.Delete(_folder.Combine("data", "a.png"));
        Assert.NotEqual(before[0], Hash()[0]);
        _folder.Write("data/a.png", "one");

        Assert.Equal(before, Hash());
    }

    private IReadOnlyList<string> Hash() => ContentIndex.Hash(
        new FolderStore(_folder.Combine("data")), _samples, new(_folder.Combine("cache"), _warnings.Add));
}
