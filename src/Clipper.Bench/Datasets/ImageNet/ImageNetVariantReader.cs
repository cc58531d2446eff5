using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.ImageNet;

/// <summary>The test sets that borrow ImageNet's classes: one archive, read in place, or its unpacked folder, with a
/// folder per WordNet id.</summary>
/// <param name="name">Name in configuration.</param>
/// <param name="description">One line.</param>
/// <param name="archive">The official archive.</param>
/// <param name="top">The folder that it unpacks to.</param>
internal sealed class ImageNetVariantReader(string name, string description, string archive, string top)
    : IDatasetReader
{
    /// <summary>ImageNet-A: photographs that ResNet-50 gets wrong.</summary>
    public static ImageNetVariantReader A { get; } = new(
        "imagenet-a", "ImageNet-A: 7,500 photographs of 200 ImageNet classes that ResNet-50 gets wrong",
        "imagenet-a.tar", "imagenet-a");

    /// <summary>ImageNet-R: renditions.</summary>
    public static ImageNetVariantReader R { get; } = new(
        "imagenet-r", "ImageNet-R: 30,000 renditions (art, cartoons, toys, …) of 200 ImageNet classes",
        "imagenet-r.tar", "imagenet-r");

    /// <summary>ImageNet-Sketch.</summary>
    public static ImageNetVariantReader Sketch { get; } = new(
        "imagenet-sketch", "ImageNet-Sketch: 50,889 black and white sketches of the 1,000 ImageNet classes",
        "ImageNet-Sketch.zip", "sketch")
    {
        PaperSplit = "last-20",
    };

    /// <inheritdoc />
    public string Name => name;

    /// <inheritdoc />
    public string Description => description;

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public string PaperSplit { get; private init; } = "";

    /// <inheritdoc />
    public bool IsMultiLabel => false;

    /// <inheritdoc />
    public bool IsGenerated => false;

    /// <inheritdoc />
    public bool IsFoundAt(string root) => File.Exists(Path.Combine(root, archive))
        || WordNetFolders.AreIn(Path.Combine(root, top)) || WordNetFolders.AreIn(root);

    /// <inheritdoc />
    public DatasetContent Read(DatasetSource source)
    {
        FileTree tree = Open(source);
        SampleList samples = WordNetFolders.Read(tree, out int ignored);
        if (samples.Samples.Count == 0)
        {
            throw new DataFileException(
                tree.Store.Location ?? source.Root, $"holds no {top}/<WordNet id>/<image>; obtain it again.");
        }

        if (ignored > 0)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{name}: {ignored} files that are no samples are ignored."));
        }

        return new("", false, samples.Classes, samples.Samples, tree.Store)
        {
            ClassNames = WordNetNames.Of(samples.Classes, source, tree),
        };
    }

    // The archive comes first: it is checked, while a folder may be unpacked in part.
    private FileTree Open(DatasetSource source)
    {
        string packed = Path.Combine(source.Root, archive);
        if (File.Exists(packed))
        {
            return FileTree.OfArchive(packed, source.Options);
        }

        return WordNetFolders.AreIn(Path.Combine(source.Root, top))
            ? FileTree.OfFolder(source.Root, top) : FileTree.Under(source.Root, top + "/");
    }
}
