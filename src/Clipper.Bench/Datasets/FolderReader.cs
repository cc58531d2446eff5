using System.Globalization;
using Clipper.Bench.Datasets.Folders;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>A folder per class: the first folder level names the class, images may lie at any depth below it. Classes,
/// and the images of a class, are in ordinal order. A variant is a folder level above the classes (train,
/// test).</summary>
internal sealed class FolderReader : IDatasetReader
{
    public string Name => "folder";

    public string Description => "A folder per class, below the data set's root (or root/variant)";

    public IReadOnlyList<string> Variants => [];

    public bool IsMultiLabel => false;

    public bool IsGenerated => false;

    public bool IsFoundAt(string root) => Directory.Exists(root) && Directory.EnumerateDirectories(root).Any();

    public DatasetContent Read(DatasetSource source)
    {
        string root = Path.GetFullPath(Path.Combine(source.Root, source.Variant));
        if (!Directory.Exists(root))
        {
            throw new DataFileException(root, $"no such folder: data set folder has no variant '{source.Variant}'.");
        }

        FileTree tree = FileTree.OfFolder(root);
        SampleList samples = ClassFolders.Samples(ClassFolders.List(tree, FirstLevel));
        Check(root, tree, samples, source.Warn);
        string variant = source.Variant.Length > 0
            ? source.Variant : Path.GetFileName(Path.TrimEndingDirectorySeparator(root));
        return new(variant, false, samples.Classes, samples.Samples, tree.Store);
    }

    private static string? FirstLevel(string path) =>
        path.IndexOf('/', StringComparison.Ordinal) is > 0 and var end ? path[..end] : null;

    private static void Check(string root, FileTree tree, SampleList samples, Action<string> warn)
    {
        int ignored = tree.HiddenFiles + tree.Files.Count - samples.Samples.Count;
        if (samples.Samples.Count == 0)
        {
            throw new DataFileException(
                root, $"holds no image in a class folder ({ignored} other files). Expected <class>/<image>, one of "
                + $"{ImageFileNames.Known}.");
        }

        if (ignored > 0)
        {
            warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{root}: {ignored} files are ignored (hidden, outside a class folder, or not "
                + $"{ImageFileNames.Known})."));
        }

        string[] empty =
        [
            .. Directory.EnumerateDirectories(root).Select(d => Path.GetFileName(d))
                .Where(d => !HiddenNames.Match(d)).Except(samples.Classes).Order(StringComparer.Ordinal),
        ];
        if (empty.Length > 0)
        {
            warn($"{root}: folders without an image are no classes: {string.Join(", ", empty)}.");
        }
    }
}
