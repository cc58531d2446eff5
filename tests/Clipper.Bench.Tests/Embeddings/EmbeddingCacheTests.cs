using Clipper.Bench.Embeddings;
using Clipper.Bench.Files;

namespace Clipper.Bench.Tests.Embeddings;

public sealed class EmbeddingCacheTests : IDisposable
{
    private readonly EmbedderHarness _harness = new();
    private readonly MemoryDataset _dataset = new(12);

    public void Dispose() => _harness.Dispose();

    // C2: seeded flips anywhere in either file are seen; of every twentieth the whole way back is walked, which waits
    // for disks.
    [Fact]
    public void Embed_any_flipped_byte_is_detected_quarantined_and_recomputed()
    {
        using (EmbeddingTable table = _harness.Embed(_dataset))
        {
            Assert.False(table.FromCache);
        }

        byte[] payload = File.ReadAllBytes(_harness.File(".safetensors"));
        byte[] manifest = File.ReadAllBytes(_harness.File(".json"));
        EmbeddingKey key = _harness.Embedder().KeyFor(_dataset, EmbedderHarness.Model);
        var random = new Random(20260);
        for (int trial = 0; trial < 1000; trial++)
        {
            int at = random.Next(payload.Length + manifest.Length);
            byte bit = (byte)(1 << random.Next(8));
            string suffix = at < payload.Length ? ".safetensors" : ".json";
            byte[] changed = [.. at < payload.Length ? payload : manifest];
            changed[at < payload.Length ? at : at - payload.Length] ^= bit;

            string path = _harness.File(suffix);
            byte[] sound = File.ReadAllBytes(path);
            File.WriteAllBytes(path, changed);
            Assert.Equal(CacheState.Damaged, _harness.Cache().Explain(key).State);
            File.WriteAllBytes(path, sound);
            if (trial % 20 == 0)
            {
                AssertRecovers(suffix, changed, payload);
            }
        }
    }

    [Fact]
    public void Embed_any_truncation_is_detected_quarantined_and_recomputed()
    {
        var dataset = new MemoryDataset(900);
        _harness.Embed(dataset).Dispose();
        byte[] payload = File.ReadAllBytes(_harness.File(".safetensors"));
        byte[] manifest = File.ReadAllBytes(_harness.File(".json"));
        Assert.True(payload.Length > 5 * 4096);

        for (int length = 0; length < payload.Length; length += 4096)
        {
            AssertRecovers(".safetensors", payload[..length], payload, dataset);
        }

        AssertRecovers(".json", [], payload, dataset);
        AssertRecovers(".json", manifest[..^1], payload, dataset);
        AssertRecovers(".safetensors", [.. payload, 0], payload, dataset);
    }

    [Theory]
    [InlineData(".json", "not finished")]
    [InlineData(".safetensors", "does not exist")]
    public void Embed_half_an_entry_is_reported_and_recomputed(string missing, string expected)
    {
        _harness.Embed(_dataset).Dispose();
        File.Delete(_harness.File(missing));

        using EmbeddingTable table = _harness.Embed(_dataset);

        Assert.False(table.FromCache);
        Assert.Contains(expected, Assert.Single(_harness.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Embed_entry_of_another_key_is_not_taken()
    {
        _harness.Embed(_dataset).Dispose();
        EmbeddingKey other = _harness.Embedder().KeyFor(new MemoryDataset(12, "other"), EmbedderHarness.Model);
        File.Copy(_harness.File(".json"), Path.Combine(_harness.CacheRoot, other.Hash + ".json"));
        File.Copy(
            Directory.GetFiles(_harness.CacheRoot, "*.safetensors").Single(),
            Path.Combine(_harness.CacheRoot, other.Hash + ".safetensors"));

        using EmbeddingTable table = _harness.Embed(new MemoryDataset(12, "other"));

        Assert.False(table.FromCache);
        Assert.Contains("another key", Assert.Single(_harness.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void Embed_lock_of_a_killed_process_is_cleared()
    {
        EmbeddingKey key = _harness.Embedder().KeyFor(_dataset, EmbedderHarness.Model);
        Directory.CreateDirectory(_harness.CacheRoot);
        File.WriteAllText(
            Path.Combine(_harness.CacheRoot, key.Hash + ".lock"),
            $$"""{"Process":1,"Started":"2001-01-01T00:00:00+00:00","Host":"{{Environment.MachineName}}","Nonce":1}""");

        using EmbeddingTable table = _harness.Embed(_dataset);

        Assert.False(table.FromCache);
        Assert.Empty(Directory.GetFiles(_harness.CacheRoot, "*.lock"));
    }

    [Fact]
    public async Task Embed_entry_being_written_elsewhere_is_waited_for()
    {
        EmbeddingKey key = _harness.Embedder().KeyFor(_dataset, EmbedderHarness.Model);
        using var isWaiting = new ManualResetEventSlim();
        _harness.OnWarning = _ => isWaiting.Set();
        Task<bool> waiting;
        using (ProcessLock.Acquire(Path.Combine(_harness.CacheRoot, key.Hash + ".lock"), null, CancellationToken.None))
        {
            Assert.Equal(CacheState.BeingWritten, _harness.Cache().Explain(key).State);
            waiting = Task.Run(() =>
            {
                using EmbeddingTable table = _harness.Embed(_dataset);
                return table.FromCache;
            });
            isWaiting.Wait();
            Assert.False(waiting.IsCompleted);
        }

        Assert.False(await waiting);
        Assert.Contains("waiting for it", Assert.Single(_harness.Warnings), StringComparison.Ordinal);
    }

    [Fact]
    public void List_and_Verify_describe_sound_and_damaged_entries()
    {
        _harness.Embed(_dataset).Dispose();
        string first = _harness.File(".safetensors");
        _harness.Embed(new MemoryDataset(5, "other")).Dispose();
        byte[] bytes = File.ReadAllBytes(first);
        bytes[^1] ^= 1;
        File.WriteAllBytes(first, bytes);

        IReadOnlyList<CacheEntry> listed = _harness.Cache().List();
        IReadOnlyList<CacheEntry> verified = _harness.Cache().Verify();

        Assert.Equal([5, 12], listed.Select(e => e.Rows).Order());
        Assert.All(listed, e => Assert.Equal(
            ("toy", "memory", "test", 5), (e.Model, e.Part("dataset"), e.Part("variant"), e.Dimension)));
        Assert.All(listed, e => Assert.Null(e.Problem));
        Assert.Equal([5], verified.Where(e => e.Problem is null).Select(e => e.Rows));
        Assert.Contains("SHA-256", Assert.Single(verified, e => e.Rows == 12).Problem, StringComparison.Ordinal);
        Assert.True(File.Exists(first));
    }

    [Fact]
    public void Explain_hit_miss_damaged_and_empty()
    {
        EmbeddingKey key = _harness.Embedder().KeyFor(_dataset, EmbedderHarness.Model);
        CacheExplanation empty = _harness.Cache().Explain(key);
        _harness.Embed(_dataset).Dispose();
        CacheExplanation hit = _harness.Cache().Explain(key);
        File.AppendAllText(_harness.File(".json"), " ");
        CacheExplanation damaged = _harness.Cache().Explain(key);

        Assert.Equal((CacheState.Miss, (string?)null), (empty.State, empty.Nearest));
        Assert.Equal(CacheState.Hit, hit.State);
        Assert.Equal(CacheState.Damaged, damaged.State);
        Assert.Contains("seal", damaged.Detail, StringComparison.Ordinal);
    }

    private void AssertRecovers(string suffix, byte[] damaged, byte[] sound, MemoryDataset? dataset = null)
    {
        File.WriteAllBytes(_harness.File(suffix), damaged);
        _harness.Warnings.Clear();

        using EmbeddingTable table = _harness.Embed(dataset ?? _dataset);

        Assert.False(table.FromCache);
        Assert.Contains("put aside", Assert.Single(_harness.Warnings), StringComparison.Ordinal);
        Assert.Equal(damaged, File.ReadAllBytes(_harness.File(suffix + ".corrupt")));
        Assert.Equal(sound, File.ReadAllBytes(_harness.File(".safetensors")));
    }
}
