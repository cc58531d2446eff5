using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>Lists a folder tree. Links to files and to the folders right below the top are followed, deeper ones to
/// folders are not, so that a loop of links ends.</summary>
internal sealed class FolderListing
{
    private readonly List<string> _files = [];

    private FolderListing()
    {
    }

    /// <summary>Paths relative to the root, with '/' separators, in ordinal order.</summary>
    public IReadOnlyList<string> Files => _files;

    /// <summary>Hidden files and folders, which were left out.</summary>
    public int HiddenFiles { get; private set; }

    /// <summary>Lists <paramref name="root"/>, or the folder <paramref name="below"/> in it.</summary>
    /// <exception cref="DataFileException">A folder cannot be listed.</exception>
    public static FolderListing Of(string root, string below = "")
    {
        var listing = new FolderListing();
        listing.Walk(Path.Combine(root, below), below.Length == 0 ? "" : below + "/", depth: 0);
        listing._files.Sort(StringComparer.Ordinal);
        return listing;
    }

    private void Walk(string folder, string prefix, int depth)
    {
        try
        {
            foreach (FileSystemInfo entry in new DirectoryInfo(folder).EnumerateFileSystemInfos())
            {
                Visit(entry, prefix, depth);
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(folder, $"cannot be listed ({e.Message}).", e);
        }
    }

    private void Visit(FileSystemInfo entry, string prefix, int depth)
    {
        if (HiddenNames.Match(entry.Name))
        {
            HiddenFiles++;
        }
        else if (entry is not DirectoryInfo)
        {
            _files.Add(prefix + entry.Name);
        }
        else if (depth == 0 || entry.LinkTarget is null)
        {
            Walk(entry.FullName, prefix + entry.Name + "/", depth + 1);
        }
    }
}
