namespace Clipper.Bench.Datasets;

/// <summary>What a reader is to read.</summary>
/// <param name="Root">Folder (or list file) that holds the data set.</param>
/// <param name="Variant">One of the reader's variants; for readers without any, what the user wrote, perhaps
/// empty.</param>
/// <param name="Seed">Seed of generated data sets.</param>
/// <param name="Warn">Is told what the user should know.</param>
internal sealed record DatasetSource(string Root, string Variant, int Seed, Action<string> Warn)
{
    /// <summary>One of the reader's official splits, or <see cref="Splits.All"/>: the whole data set.</summary>
    public string Split { get; init; } = Splits.All;

    /// <summary>Whether annotations are read as the reference reads them, defects and all (PROTOCOL Q11,
    /// Q12).</summary>
    public bool AsPaper { get; init; }

    /// <summary>What an entry that cannot be used does.</summary>
    public BadEntryPolicy OnBadEntry { get; init; }

    /// <summary>Folder of the cache, where lists of archives are kept; empty = the usual one.</summary>
    public string CacheRoot { get; init; } = "";

    /// <summary>For stores.</summary>
    public DatasetOptions Options => new(CacheRoot, Warn);
}
