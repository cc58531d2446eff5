using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Folders;

/// <summary>Images in a folder per class. Classes, and the images of a class, are in ordinal order, as the sorted
/// listing of the reference's loader has them (PROTOCOL 2.2).</summary>
internal static class ClassFolders
{
    /// <summary>The images of a tree.</summary>
    /// <param name="tree">Its files.</param>
    /// <param name="classOf">The class that a path lies in; null where it is no sample.</param>
    public static IReadOnlyList<FolderImage> List(FileTree tree, Func<string, string?> classOf) =>
        List(tree, ImageFileNames.Match, classOf);

    /// <summary>The images of a tree, where they are told by another rule than their extension.</summary>
    /// <param name="tree">Its files.</param>
    /// <param name="isImage">Whether a path is one.</param>
    /// <param name="classOf">The class that a path lies in; null where it is no sample.</param>
    public static IReadOnlyList<FolderImage> List(
        FileTree tree, Func<string, bool> isImage, Func<string, string?> classOf)
    {
        var images = new List<FolderImage>();
        foreach (string file in tree.Files.Where(isImage))
        {
            if (classOf(file) is { } name)
            {
                images.Add(new(name, file));
            }
        }

        return
        [
            .. images.OrderBy(image => image.Class, StringComparer.Ordinal)
                .ThenBy(image => image.File, StringComparer.Ordinal),
        ];
    }

    /// <summary>The folder below the top one: <c>top/class/…</c>; null where there is none.</summary>
    public static string? SecondLevel(string path)
    {
        string[] parts = path.Split('/');
        return parts.Length > 2 ? parts[1] : null;
    }

    /// <summary>Samples of images, classes numbered in their order.</summary>
    /// <param name="images">In their order.</param>
    /// <param name="sourceOf">What an image was taken from; null = nothing is shared.</param>
    public static SampleList Samples(IEnumerable<FolderImage> images, Func<FolderImage, string?>? sourceOf = null)
    {
        var samples = new SampleList();
        foreach (FolderImage image in images)
        {
            samples.Add(image.File, image.Class, sourceOf?.Invoke(image));
        }

        return samples;
    }

    /// <summary>Demands that there are images, and tells how many files are none.</summary>
    /// <param name="images">The images.</param>
    /// <param name="tree">All files.</param>
    /// <param name="layout">What is expected, for the error.</param>
    /// <param name="source">Whom to tell.</param>
    /// <exception cref="DataFileException">There is none.</exception>
    public static void Check(IReadOnlyList<FolderImage> images, FileTree tree, string layout, DatasetSource source)
    {
        string where = tree.Store.Location ?? source.Root;
        if (images.Count == 0)
        {
            throw new DataFileException(where, $"holds no {layout}; obtain it again.");
        }

        if (tree.Files.Count - images.Count + tree.HiddenFiles is > 0 and var ignored)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{where}: {ignored} files that are no samples are ignored."));
        }
    }
}
