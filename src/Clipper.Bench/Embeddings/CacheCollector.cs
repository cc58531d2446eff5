using System.Globalization;
using Clipper.Bench.Files;
using Clipper.Clip.Files;

namespace Clipper.Bench.Embeddings;

/// <summary>Decides what <c>cache gc</c> removes.</summary>
internal sealed class CacheCollector(EmbeddingCache cache, TimeProvider time)
{
    // A writer flushes its temporary file within minutes; an hour later its process is dead.
    private static readonly TimeSpan _abandoned = TimeSpan.FromHours(1);

    /// <summary>Removes by age, then by size, then leftovers.</summary>
    public IReadOnlyList<CacheRemoval> Collect(CacheCleanup cleanup)
    {
        IReadOnlySet<string> referred = RunReferences.Find(cleanup.ResultsFolders);
        CacheEntry[] entries = [.. cache.List().OrderBy(e => e.LastUsed).ThenBy(e => e.Key, StringComparer.Ordinal)];
        long total = entries.Sum(e => e.Bytes);
        var decisions = new List<CacheRemoval>();
        foreach (CacheEntry entry in entries)
        {
            if (Due(entry, cleanup, total) is not { } reason)
            {
                continue;
            }

            CacheRemoval decision = Decide(entry, reason, referred, cleanup.DryRun);
            decisions.Add(decision);
            total -= decision.IsRemoved ? entry.Bytes : 0;
        }

        decisions.AddRange(Leftovers(cleanup.DryRun));
        return decisions;
    }

    private string? Due(CacheEntry entry, CacheCleanup cleanup, long total)
    {
        TimeSpan unused = time.GetUtcNow() - entry.LastUsed;
        if (unused >= cleanup.UnusedFor)
        {
            return string.Create(CultureInfo.InvariantCulture, $"unused for {unused.TotalDays:0.0} days");
        }

        return total <= (cleanup.AtMostBytes ?? long.MaxValue) ? null : string.Create(
            CultureInfo.InvariantCulture, $"the cache holds {total} bytes, {cleanup.AtMostBytes} allowed");
    }

    private CacheRemoval Decide(CacheEntry entry, string reason, IReadOnlySet<string> referred, bool isDryRun)
    {
        if (referred.Contains(entry.Key))
        {
            return new(entry.Key, entry.Bytes, false, $"a run refers to it ({reason})");
        }

        EntryFiles files = cache.Files(entry.Key);
        using ProcessLock? held = isDryRun ? null : ProcessLock.TryAcquire(files.Lock, out _);
        if (held is null && (!isDryRun || ProcessLock.IsHeld(files.Lock)))
        {
            return new(entry.Key, entry.Bytes, false, $"kept, a process is writing it ({reason})");
        }

        if (!isDryRun)
        {
            // The manifest goes first: numbers without it never pass for an entry.
            File.Delete(files.Manifest);
            File.Delete(files.Payload);
        }

        return new(entry.Key, entry.Bytes, true, reason);
    }

    private IEnumerable<CacheRemoval> Leftovers(bool isDryRun)
    {
        if (!Directory.Exists(cache.Root))
        {
            yield break;
        }

        FileInfo[] files = [.. new DirectoryInfo(cache.Root).EnumerateFiles().OrderBy(
            f => f.Name, StringComparer.Ordinal)];
        foreach (FileInfo file in files)
        {
            if (Leftover(file) is { } reason)
            {
                long bytes = file.Length;
                if (!isDryRun)
                {
                    file.Delete();
                }

                yield return new(file.Name, bytes, true, reason);
            }
        }
    }

    private string? Leftover(FileInfo file)
    {
        bool isOld = time.GetUtcNow() - new DateTimeOffset(file.LastWriteTimeUtc) > _abandoned;
        return Path.GetExtension(file.Name) switch
        {
            EntryFiles.QuarantineSuffix => "a damaged file that was put aside",
            AtomicFile.TemporarySuffix when isOld => "unfinished, its process is gone",
            ProcessLock.Suffix when !ProcessLock.IsHeld(file.FullName) => "the lock of a process that is gone",
            _ => null,
        };
    }
}
