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

    /// <summary>The files below a folder whose name is not the official one.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="prefix">Where it lies in the official layout, with a '/' at the end: ids start with it.</param>
    /// <exception cref="Clipper.Core.Errors.DataFileException">A folder cannot be listed.</exception>
    public static FileTree Under(string folder, string prefix)
    {
        FolderListing listing = FolderListing.Of(folder);
        return new([.. listing.Files.Select(f => prefix + f)], listing.HiddenFiles, new FolderStore(folder, prefix));
    }

    /// <summary>The files of a ZIP or plain TAR archive, which is read in place.</summary>
    /// <param name="path">The archive; one whose name ends in <c>.tar</c> is a TAR.</param>
    /// <param name="options">Cache of the list of a TAR's files; warnings.</param>
    /// <exception cref="Clipper.Core.Errors.DataFileException">Missing, damaged or hostile.</exception>
    public static FileTree OfArchive(string path, DatasetOptions options)
    {
        IArchiveStore store = path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase)
            ? new TarStore(path, options) : new ZipStore(path);
        string[] files = [.. store.Names.Where(n => !HiddenNames.Match(n)).Order(StringComparer.Ordinal)];
        return new(files, store.Names.Count - files.Length, store);
    }
}
