using System.Text.RegularExpressions;
using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets.Folders;

/// <summary>Labeled Faces in the Wild (PROTOCOL 2.2): <c>lfw/First_Last/First_Last_0001.jpg</c>, in a folder or in
/// <c>lfw.tar</c>. A class is a person; most have one picture, so that few-shot settings leave few of them.</summary>
internal sealed partial class LfwReader : IDatasetReader
{
    private const string Folder = "lfw";

    /// <inheritdoc />
    public string Name => "lfw";

    /// <inheritdoc />
    public string Description => "LFW: 13,233 photographs of 5,749 people, 250 × 250 pixels";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public bool IsMultiLabel => false;

    /// <inheritdoc />
    public bool IsGenerated => false;

    /// <inheritdoc />
    public bool IsFoundAt(string root) => ImageFolder.Locate(Folder, root) is not null;

    /// <inheritdoc />
    public DatasetContent Read(DatasetSource source)
    {
        string path = ImageFolder.Locate(Folder, source.Root) ?? source.Root;
        FileTree tree = ImageFolder.Tree(path, Folder, source.Options);
        IReadOnlyList<FolderImage> all = ClassFolders.List(tree, ClassFolders.SecondLevel);
        ClassFolders.Check(all, tree, $"{Folder}/<person>/<person>_0001.jpg", source);
        var bad = new BadEntries(path, "file names are not person_0001.jpg in the folder of the person");
        foreach (FolderImage image in all.Where(image => !IsNamed(image)))
        {
            bad.Add(image.File);
        }

        bad.Judge(source);
        SampleList samples = ClassFolders.Samples(all.Where(IsNamed));

        // The reference prompts with the names as they are, underscores and all (PROTOCOL 2.5).
        return new("", false, samples.Classes, samples.Samples, tree.Store)
        {
            ClassNames = source.AsPaper ? samples.Classes
                : [.. samples.Classes.Select(name => name.Replace('_', ' '))],
        };
    }

    private static bool IsNamed(FolderImage image) =>
        image.Name.StartsWith(image.Class, StringComparison.Ordinal)
        && Number().IsMatch(image.Name.AsSpan(image.Class.Length));

    [GeneratedRegex(@"^_[0-9]{4}\.jpg\z", RegexOptions.CultureInvariant)]
    private static partial Regex Number();
}
