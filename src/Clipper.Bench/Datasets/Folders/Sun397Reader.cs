using System.Globalization;
using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets.Folders;

/// <summary>SUN397: <c>SUN397/a/abbey/….jpg</c> and <c>SUN397/a/apartment_building/outdoor/….jpg</c>, in a folder or in
/// SUN397.tar, with the ten official partitions (<c>Training_01.txt</c>, <c>Testing_01.txt</c>, …) beside it. A class
/// is the path below the letter.</summary>
internal sealed class Sun397Reader : IDatasetReader
{
    private const string Folder = "SUN397";
    private const int Partitions = 10;
    private const int NumberLength = 2;

    private static readonly string[] _roles = ["test", "train"];

    /// <inheritdoc />
    public string Name => "sun397";

    /// <inheritdoc />
    public string Description => "SUN397: 108,754 photographs of 397 kinds of scenes";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public IReadOnlyList<string> Splits { get; } =
    [
        .. from number in Enumerable.Range(1, Partitions)
           from role in _roles
           select string.Create(CultureInfo.InvariantCulture, $"{role}{number:00}"),
    ];

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
        IReadOnlyList<FolderImage> images = ClassFolders.List(tree, ClassOf);
        ClassFolders.Check(images, tree, $"{Folder}/<letter>/<scene>/<image>", source);
        if (source.Split != Datasets.Splits.All)
        {
            images = SplitList.Cut(
                ListOf(source), images, image => image.File[Folder.Length..], line => line, source);
        }

        SampleList samples = ClassFolders.Samples(images);
        return new("", false, samples.Classes, samples.Samples, tree.Store)
        {
            ClassNames = [.. samples.Classes.Select(name => name.Replace('_', ' ').Replace('/', ' '))],
        };
    }

    // SUN397/a/apartment_building/outdoor/sun_x.jpg: the parts between the letter and the file.
    private static string? ClassOf(string path)
    {
        string[] parts = path.Split('/');
        return parts.Length > 3 && parts[1].Length == 1 ? string.Join('/', parts[2..^1]) : null;
    }

    private static string ListOf(DatasetSource source)
    {
        string role = source.Split.StartsWith(_roles[0], StringComparison.Ordinal) ? "Testing" : "Training";
        string file = $"{role}_{source.Split[^NumberLength..]}.txt";
        string deeper = Path.Combine(source.Root, "Partitions", file);
        return File.Exists(deeper) ? deeper : Path.Combine(source.Root, file);
    }
}
