using Clipper.Bench.Embeddings;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Embeddings;

public sealed class CacheCollectorTests : IDisposable
{
    private static readonly DateTimeOffset _now = new(2026, 11, 22, 12, 0, 0, TimeSpan.Zero);

    private readonly EmbedderHarness _harness = new();
    private readonly string[] _keys;

    public CacheCollectorTests() => _keys = [Entry("ten days", 10), Entry("five days", 5), Entry("one day", 1)];

    public void Dispose() => _harness.Dispose();

    [Fact]
    public void Collect_by_age_removes_the_unused()
    {
        IReadOnlyList<CacheRemoval> removals = Collect(new(TimeSpan.FromDays(5), null, []));

        Assert.Equal(_keys[..2], removals.Select(r => r.Name));
        Assert.All(removals, r => Assert.True(r.IsRemoved));
        Assert.Equal([_keys[2]], Left());
    }

    [Fact]
    public void Collect_by_size_removes_the_longest_unused_first()
    {
        long each = _harness.Cache().List()[0].Bytes;

        IReadOnlyList<CacheRemoval> removals = Collect(new(null, (2 * each) + (each / 2), []));

        Assert.Equal([_keys[0]], removals.Select(r => r.Name));
        Assert.Equal(2, Left().Count);
    }

    [Fact]
    public void Collect_dry_run_removes_nothing()
    {
        IReadOnlyList<CacheRemoval> removals = Collect(new(TimeSpan.Zero, null, [], DryRun: true));

        Assert.Equal(_keys, removals.Select(r => r.Name));
        Assert.Equal(3, Left().Count);
    }

    // C3: what a listed result refers to stays.
    [Fact]
    public void Collect_entry_that_a_run_refers_to_is_kept()
    {
        _harness.Folder.Write("results/deep/er/run.json", $$"""{"embeddings":[{"key":"{{_keys[0]}}"}]}""");

        IReadOnlyList<CacheRemoval> removals = Collect(new(TimeSpan.Zero, 0, [_harness.Folder.Combine("results")]));

        Assert.False(removals[0].IsRemoved);
        Assert.Contains("a run refers to it", removals[0].Reason, StringComparison.Ordinal);
        Assert.Equal([_keys[0]], Left());
    }

    [Theory]
    [InlineData("results/run.json", "{\"embeddings\":")]
    [InlineData("elsewhere/run.json", "{}")]
    public void Collect_damaged_run_or_missing_folder_removes_nothing(string path, string text)
    {
        _harness.Folder.Write(path, text);

        Assert.Throws<DataFileException>(() => Collect(new(TimeSpan.Zero, null, [_harness.Folder.Combine("results")])));

        Assert.Equal(3, Left().Count);
    }

    [Fact]
    public void Collect_leftovers_of_killed_processes_go_and_other_files_stay()
    {
        string Plant(string name, int hoursOld)
        {
            string path = Path.Combine(_harness.CacheRoot, name);
            File.WriteAllText(path, "");
            File.SetLastWriteTimeUtc(path, _now.UtcDateTime.AddHours(-hoursOld));
            return name;
        }

        string[] expected = [Plant("a.json.corrupt", 0), Plant("b.lock", 9), Plant(".c.host-1-1.tmp", 9)];
        Plant(".d.host-1-1.tmp", 0);
        Plant("notes.txt", 99);

        IReadOnlyList<CacheRemoval> removals = Collect(new(null, null, []));

        Assert.Equal(expected.Order(), removals.Select(r => r.Name).Order());
        Assert.All(expected, name => Assert.False(File.Exists(Path.Combine(_harness.CacheRoot, name))));
        Assert.Equal(3, Left().Count);
        Assert.True(File.Exists(Path.Combine(_harness.CacheRoot, "notes.txt")));
    }

    [Fact]
    public void Embed_hit_counts_as_use()
    {
        _harness.Embed(new MemoryDataset(9, "ten days")).Dispose();

        CacheEntry entry = _harness.Cache().List().Single(e => e.Key == _keys[0]);

        Assert.True(entry.LastUsed > _now.AddDays(-9) || TimeProvider.System.GetUtcNow() < _now);
    }

    private IReadOnlyList<CacheRemoval> Collect(CacheCleanup cleanup) =>
        _harness.Cache(new FixedTime()).Collect(cleanup);

    private IReadOnlyList<string> Left() => [.. _harness.Cache().List().Select(e => e.Key)];

    private string Entry(string manifest, int daysAgo)
    {
        using EmbeddingTable table = _harness.Embed(new MemoryDataset(9, manifest));
        File.SetLastWriteTimeUtc(
            Path.Combine(_harness.CacheRoot, table.Key + ".json"), _now.UtcDateTime.AddDays(-daysAgo));
        return table.Key;
    }

    private sealed class FixedTime : TimeProvider
    {
        public override DateTimeOffset GetUtcNow() => _now;
    }
}
