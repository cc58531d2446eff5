using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets.Folders;

/// <summary>MIT-67, indoor scenes (PROTOCOL 2.2, 2.3): <c>Images/scene/file.jpg</c> in a folder or in
/// <c>indoorCVPR_09.tar</c>, with <c>TrainImages.txt</c> and <c>TestImages.txt</c> beside it. Split all is every image
/// in sorted order, of which <c>last-20</c> is the reference's older pool of 13 classes.</summary>
internal sealed class Indoor67Reader : IDatasetReader
{
    private const string Folder = "Images";
    private const string Archive = "indoorCVPR_09.tar";
    private const string Test = "test";

    /// <inheritdoc />
    public string Name => "indoor67";

    /// <inheritdoc />
    public string Description => "MIT-67: 15,620 photographs of 67 kinds of indoor scenes";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public IReadOnlyList<string> Splits { get; } = [Test, "train"];

    /// <inheritdoc />
    public string PaperSplit => "last-20";

    /// <inheritdoc />
    public bool IsMultiLabel => false;

    /// <inheritdoc />
    public bool IsGenerated => false;

    /// <inheritdoc />
    public bool IsFoundAt(string root) => Locate(root) is not null;

    /// <inheritdoc />
    public DatasetContent Read(DatasetSource source)
    {
        FileTree tree = ImageFolder.Tree(Locate(source.Root) ?? source.Root, Folder, source.Options);
        IReadOnlyList<FolderImage> images = ClassFolders.List(tree, ClassFolders.SecondLevel);
        ClassFolders.Check(images, tree, $"{Folder}/<scene>/<image>", source);
        if (source.Split != Datasets.Splits.All)
        {
            string list = source.Split == Test ? "TestImages.txt" : "TrainImages.txt";
            images = SplitList.Cut(
                Path.Combine(source.Root, list), images, image => image.File[(Folder.Length + 1)..], line => line,
                source);
        }

        SampleList samples = ClassFolders.Samples(images);
        return new("", false, samples.Classes, samples.Samples, tree.Store)
        {
            ClassNames = [.. samples.Classes.Select(name => name.Replace('_', ' '))],
        };
    }

    private static string? Locate(string root)
    {
        string archive = Path.Combine(root, Archive);
        return File.Exists(archive) ? archive : ImageFolder.Locate(Folder, root);
    }
}
