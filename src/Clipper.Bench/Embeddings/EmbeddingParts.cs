using Clipper.Bench.Datasets;

namespace Clipper.Bench.Embeddings;

/// <summary>The parts of a data set's embeddings that several processes have put into the cache: found, completed by
/// what is missing, and made into one entry.</summary>
/// <param name="cache">Where they are.</param>
/// <param name="key">Key of the whole.</param>
/// <param name="dataset">The whole.</param>
internal sealed class EmbeddingParts(EmbeddingCache cache, EmbeddingKey key, IDataset dataset)
{
    private const int RowsCopied = 256;

    /// <summary>The ranges that are in the cache, in order, none of them overlapping another.</summary>
    public IReadOnlyList<RowRange> Find()
    {
        var found = new List<RowRange>();
        IEnumerable<RowRange> ranges =
            from entry in cache.List()
            where entry.Problem is null && entry.Parts.Count == key.Parts.Count + 1
                && entry.Parts.Take(key.Parts.Count).SequenceEqual(key.Parts)
                && entry.Parts[^1].Name == EmbeddingKey.Rows
            let range = RowRange.Parse(entry.Parts[^1].Value)
            where range is { } rows && rows.End <= dataset.Samples.Count
            orderby range.Value.First, range.Value.End
            select range.Value;
        foreach (RowRange range in ranges.Where(range => range.First >= (found.Count > 0 ? found[^1].End : 0)))
        {
            found.Add(range);
        }

        return found;
    }

    /// <summary>The ranges between and behind the given ones.</summary>
    public static IEnumerable<RowRange> Gaps(IEnumerable<RowRange> found, int samples)
    {
        int next = 0;
        foreach (RowRange range in found.Append(new RowRange(samples, 0)))
        {
            if (range.First > next)
            {
                yield return new RowRange(next, range.First - next);
            }

            next = range.End;
        }
    }

    /// <summary>Makes one of the parts; those that are missing are computed first.</summary>
    /// <param name="found">What <see cref="Find"/> gave.</param>
    /// <param name="folder">Where rows that do not fit into memory go.</param>
    /// <param name="part">Opens a part, or computes it.</param>
    public ComputedEmbeddings Join(
        IReadOnlyList<RowRange> found, string folder, Func<RowRange, EmbeddingTable> part)
    {
        RowRange[] all =
            [.. found.Concat(Gaps(found, dataset.Samples.Count)).OrderBy(range => range.First)];
        var skipped = new SortedDictionary<int, string>();
        RowFile? rows = null;
        try
        {
            foreach (RowRange range in all)
            {
                using EmbeddingTable table = part(range);
                rows ??= new RowFile(folder, dataset.Samples.Count, table.Dimension);
                Copy(table, range, rows);
                foreach ((int index, string reason) in table.Skipped)
                {
                    skipped.Add(range.First + index, reason);
                }
            }

            BadImages.RequireFew(dataset, skipped);
            return new ComputedEmbeddings(
                rows ?? throw new InvalidOperationException("A data set has no samples."), skipped, new StageClock());
        }
        catch
        {
            rows?.Dispose();
            throw;
        }
    }

    /// <summary>Removes parts that an entry of the whole has taken in.</summary>
    public void Remove(IEnumerable<RowRange> parts)
    {
        foreach (RowRange range in parts)
        {
            cache.Remove(key.OfRows(range).Hash);
        }
    }

    private static void Copy(EmbeddingTable table, RowRange range, RowFile rows)
    {
        for (int row = 0; row < table.Count; row += RowsCopied)
        {
            int[] indices = [.. Enumerable.Range(row, Math.Min(RowsCopied, table.Count - row))];
            rows.Write(range.First + row, table.Rows(indices).Values);
        }
    }
}
