using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Embeddings;

/// <summary>Embeddings on the disk (docs/formats.md, "Embedding cache"). An entry counts only when every byte of it is
/// as it was written; a damaged one is put aside, reported and computed anew, and never passes for an absent
/// one.</summary>
public sealed class EmbeddingCache
{
    private readonly Action<string> _warn;
    private readonly TimeProvider _time;

    /// <summary>A cache.</summary>
    /// <param name="root">Its folder; empty = CLIPPER_CACHE or the user's cache folder.</param>
    /// <param name="warn">Is told of damaged entries, of waiting for another process, and of leftovers.</param>
    /// <param name="time">Clock for ages; null = the system's.</param>
    public EmbeddingCache(string root = "", Action<string>? warn = null, TimeProvider? time = null)
    {
        Root = CacheFolder.Resolve(root);
        _warn = warn ?? (_ => { });
        _time = time ?? TimeProvider.System;
    }

    /// <summary>Its folder.</summary>
    public string Root { get; }

    /// <summary>Every entry, in order of key, from its manifest alone.</summary>
    public IReadOnlyList<CacheEntry> List() => [.. Keys().Select(key => EntryInspection.Describe(Files(key), key))];

    /// <summary>Every entry, in order of key, after checking every byte of it. Damaged ones are left in
    /// place.</summary>
    /// <param name="progress">Is told the number of entries checked.</param>
    public IReadOnlyList<CacheEntry> Verify(IProgress<int>? progress = null)
    {
        var entries = new List<CacheEntry>();
        foreach (string key in Keys())
        {
            entries.Add(EntryInspection.Verify(Files(key), key));
            progress?.Report(entries.Count);
        }

        return entries;
    }

    /// <summary>Removes entries by age and size, and what killed processes left behind.</summary>
    /// <returns>What was removed, and what was due but kept because a run refers to it; in order of last use.</returns>
    /// <exception cref="DataFileException">A run.json cannot be read: nothing is removed.</exception>
    public IReadOnlyList<CacheRemoval> Collect(CacheCleanup cleanup) =>
        new CacheCollector(this, _time).Collect(cleanup);

    /// <summary>Says why a key is a hit or a miss: what is damaged, or in which part the nearest entry
    /// differs.</summary>
    public CacheExplanation Explain(EmbeddingKey key)
    {
        EntryFiles files = Files(key.Hash);
        if (ProcessLock.IsHeld(files.Lock))
        {
            return new(key, CacheState.BeingWritten, null, [], $"another process holds {files.Lock}");
        }

        CacheEntry? entry = files.ArePresent ? EntryInspection.Verify(files, key.Hash) : null;
        if (entry is not null)
        {
            return new(key, entry.Problem is null ? CacheState.Hit : CacheState.Damaged, null, [], entry.Problem);
        }

        var nearest = List().Where(e => e.Parts.Count > 0)
            .Select(e => (Entry: e, Differences: EntryInspection.Compare(key.Parts, e.Parts)))
            .OrderBy(e => e.Differences.Count).ThenBy(e => e.Entry.Key, StringComparer.Ordinal).FirstOrDefault();
        return new(key, CacheState.Miss, nearest.Entry?.Key, nearest.Differences ?? [], null);
    }

    /// <summary>The entry of a key; computed and written where there is no sound one. Another process that writes the
    /// same entry is waited for.</summary>
    /// <param name="key">What decides the numbers.</param>
    /// <param name="model">Name of the model, for lists.</param>
    /// <param name="ids">Sample ids, in row order.</param>
    /// <param name="compute">Computes the numbers, with the folder for what does not fit into memory.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="DataFileException">The cache cannot be written.</exception>
    internal EmbeddingTable GetOrCompute(
        EmbeddingKey key, string model, IReadOnlyList<string> ids, Func<string, ComputedEmbeddings> compute,
        CancellationToken cancellation)
    {
        EntryFiles files = Files(key.Hash);
        if (TryOpen(files, key.Hash, out _) is { } sound)
        {
            return sound;
        }

        using ProcessLock held = ProcessLock.Acquire(files.Lock, Waiting, cancellation);
        if (TryOpen(files, key.Hash, out string? problem) is { } written)
        {
            return written;
        }

        if (problem is not null)
        {
            files.Quarantine();
            _warn($"{problem} It was put aside as {key.Hash}.*{EntryFiles.QuarantineSuffix} and is computed anew.");
        }

        using ComputedEmbeddings computed = compute(Root);
        using (computed.Clock.Measure(PassStage.Write))
        {
            EntryWriter.Write(files, key, model, ids, computed);
        }

        EmbeddingTable table = EntryReader.Open(files, key.Hash, fromCache: false);
        table.Stages = computed.Clock.Seconds();
        return table;
    }

    /// <summary>Whether an entry is there and finished; its bytes are not looked at.</summary>
    internal bool Has(EmbeddingKey key) => File.Exists(Files(key.Hash).Manifest);

    /// <summary>The files of an entry.</summary>
    internal EntryFiles Files(string key) => EntryFiles.Of(Root, key);

    private EmbeddingTable? TryOpen(EntryFiles files, string key, out string? problem)
    {
        problem = null;
        if (!files.ArePresent)
        {
            return null;
        }

        try
        {
            EmbeddingTable table = EntryReader.Open(files, key, fromCache: true);
            Touch(files);
            return table;
        }
        catch (DataFileException e)
        {
            problem = e.Message;
            return null;
        }
    }

    // The manifest's time is the time of the last use; a cache that can only be read has none.
    private void Touch(EntryFiles files)
    {
        try
        {
            File.SetLastWriteTimeUtc(files.Manifest, _time.GetUtcNow().UtcDateTime);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            // Only gc reads the time.
        }
    }

    private void Waiting(LockOwner owner) =>
        _warn($"process {owner.Process} on {owner.Host} is computing these embeddings; waiting for it.");

    private IEnumerable<string> Keys() => !Directory.Exists(Root) ? []
        : Directory.EnumerateFiles(Root).Select(path => Path.GetFileName(path))
            .Where(n => n.EndsWith(EntryFiles.PayloadSuffix, StringComparison.Ordinal)
                || n.EndsWith(EntryFiles.ManifestSuffix, StringComparison.Ordinal))
            .Select(n => Path.GetFileNameWithoutExtension(n)).Where(EntryInspection.IsKey)
            .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);
}
