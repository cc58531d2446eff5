using System.Text.RegularExpressions;
using Clipper.Bench.Datasets.Folders;
using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets.ImageNet;

/// <summary>Images in folders that are named by WordNet ids (<c>n01440764/any.jpg</c>): a class is a folder; classes
/// and their images are in ordinal order, as a sorted listing has them.</summary>
internal static partial class WordNetFolders
{
    /// <summary>Whether a folder holds such folders.</summary>
    public static bool AreIn(string folder) =>
        Directory.Exists(folder) && Directory.EnumerateDirectories(folder, "n*").Any(d => Match(Path.GetFileName(d)));

    /// <summary>Whether a name is a WordNet id of a noun: n and eight digits.</summary>
    public static bool Match(string name) => Id().IsMatch(name);

    /// <summary>The class that a path lies in, or null where it is no image in such a folder.</summary>
    public static string? ClassOf(string path)
    {
        string[] parts = path.Split('/');
        return parts.Length > 1 && Match(parts[^2]) && ImageFileNames.Match(path) ? parts[^2] : null;
    }

    /// <summary>The samples of a tree.</summary>
    /// <param name="tree">Its files.</param>
    /// <param name="ignored">Files that are no samples.</param>
    public static SampleList Read(FileTree tree, out int ignored)
    {
        IReadOnlyList<FolderImage> images = ClassFolders.List(tree, ClassOf);
        ignored = tree.Files.Count - images.Count + tree.HiddenFiles;
        return ClassFolders.Samples(images);
    }

    [GeneratedRegex(@"^n[0-9]{8}\z", RegexOptions.CultureInvariant)]
    private static partial Regex Id();
}
