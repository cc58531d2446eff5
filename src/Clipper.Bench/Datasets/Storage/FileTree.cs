namespace Clipper.Bench.Datasets.Storage;

/// <summary>The files of an official layout, in a folder or in its archive.</summary>
/// <param name="Files">Relative paths with '/' separators, in ordinal order, hidden files left out.</param>
/// <param name="HiddenFiles">Number of hidden files and leftovers (<c>__MACOSX</c>, <c>.DS_Store</c>, …) that were left
/// out.</param>
/// <param name="Store">Reads them.</param>
internal sealed record FileTree(IReadOnlyList<string> Files, int HiddenFiles, IImageStore Store)
{
    /// <summary>The files below a folder, or below one folder in it.</summary>
    /// <param name="root">The folder that paths are relative to.</param>
    /// <param name="below">A folder in it, to list that alone; empty = all.</param>
    /// <exception cref="Clipper.Core.Errors.DataFileException">A folder cannot be listed.</exception>
    public static FileTree OfFolder(string root, string below = "")
    {
        FolderListing listing = FolderListing.Of(root, below);
        return new(listing.Files, listing.HiddenFiles, new FolderStore(root));
    }

    /// <summary>The files of a ZIP archive.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">Missing, damaged or hostile.</exception>
    public static FileTree OfArchive(string path)
    {
        var store = new ZipStore(path);
        string[] files = [.. store.Names.Where(n => !HiddenNames.Match(n)).Order(StringComparer.Ordinal)];
        return new(files, store.Names.Count - files.Length, store);
    }
}
