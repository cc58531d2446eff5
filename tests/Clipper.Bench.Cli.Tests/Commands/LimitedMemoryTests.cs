using System.Diagnostics;
using Clipper.Bench.Embeddings;
using Clipper.Testing;

namespace Clipper.Bench.Cli.Tests.Commands;

/// <summary>RELIABILITY H4: embeddings are read from where they lie on the disk. The kernel holds the program to less
/// memory of its own than the embeddings have bytes, wherever the test runs (<c>ulimit -d</c>: mapped files do not
/// count, as in a memory cgroup, which can drop their pages).</summary>
public sealed class LimitedMemoryTests
{
    private const int Dimension = 512;
    private const int Megabyte = 1 << 20;

    [Theory]
    [InlineData(200_000, 195)] // half of its 390 MB
    [InlineData(1_000_000, 512)] // a quarter of its 2 GB; the list of its ids takes memory too
    public void Cache_entry_larger_than_the_memory_is_checked_byte_for_byte(int rows, long megabytes)
    {
        using var folder = new TemporaryFolder();
        string key = WriteEntry(folder.Path, rows);

        (int exitCode, string output, string error) =
            Limited(megabytes * Megabyte, folder.Path, "cache verify --json");

        Assert.True(exitCode == 0, error);
        Assert.Contains(key, output, StringComparison.Ordinal);
    }

    [Fact]
    public void Run_leaves_the_peak_of_its_stages_within_two_gigabytes()
    {
        using var runs = new SmallRuns();
        using var cache = new TemporaryFolder();
        string words = string.Join(' ', runs.Args("limited").Select(word => $"'{word}'"));

        (int exitCode, _, string error) = Limited(2L << 30, cache.Path, words);

        Assert.True(exitCode == 0, error);
        Assert.Matches(
            "stages, with their peak memory: plan [0-9.]+ s, [0-9]+ MB.*; embed .* MB.*; cells .* MB.*; report .* MB",
            error);
    }

    private static string WriteEntry(string cache, int rows)
    {
        var key = new EmbeddingKey([new KeyPart("rows", $"{rows}")]);
        string[] ids = [.. Enumerable.Range(0, rows).Select(row => $"{row}")];
        using EmbeddingTable table = new EmbeddingCache(cache).GetOrCompute(
            key, "model", ids,
            place => new ComputedEmbeddings(
                new RowFile(place, rows, Dimension), new SortedDictionary<int, string>(), new StageClock()),
            CancellationToken.None);
        Assert.False(table.FromCache);
        return key.Hash;
    }

    private static (int ExitCode, string Output, string Error) Limited(long bytes, string cache, string words)
    {
        string script = $"ulimit -d {bytes / 1024}; exec '{ChildProcess.Program}' {words}";
        var start = new ProcessStartInfo("/bin/sh", ["-c", script])
        {
            RedirectStandardError = true,
            RedirectStandardOutput = true,
        };
        start.Environment["CLIPPER_CACHE"] = cache;
        using Process process = Process.Start(start) ?? throw new InvalidOperationException("no shell");
        ChildProcess ended = ChildProcess.Finish(process);
        return (ended.ExitCode, ended.Output, ended.Error);
    }
}
