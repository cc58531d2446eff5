using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>The one folder of images of an official layout, unpacked or as the archive of its name; ids are
/// <c>folder/file</c> in both.</summary>
internal sealed class ImageFolder
{
    private static readonly string[] _archives = [".zip", ".tar"];

    private readonly string _name;
    private readonly HashSet<string> _files;

    private ImageFolder(string name, FileTree tree)
    {
        _name = name;
        _files = [.. tree.Files];
        Store = tree.Store;
    }

    /// <summary>Reads them.</summary>
    public IImageStore Store { get; }

    /// <summary>Ids of all files.</summary>
    public IReadOnlyCollection<string> Ids => _files;

    /// <summary>Where a folder is, as itself or as an archive, in the first of the places that has it; null where none
    /// has.</summary>
    public static string? Locate(string name, params string[] places) => places
        .SelectMany(place => _archives.Select(end => Path.Combine(place, name + end)).Where(File.Exists)
            .Append(Path.Combine(place, name)))
        .FirstOrDefault(path => File.Exists(path) || Directory.Exists(path));

    /// <summary>Opens what <see cref="Locate"/> found.</summary>
    /// <exception cref="DataFileException">It cannot be listed, or is damaged or hostile.</exception>
    public static ImageFolder Open(string path, string name, DatasetOptions options) =>
        new(name, Tree(path, name, options));

    /// <summary>The files of what <see cref="Locate"/> found. An archive may hold them without the folder.</summary>
    /// <exception cref="DataFileException">It cannot be listed, or is damaged or hostile.</exception>
    public static FileTree Tree(string path, string name, DatasetOptions options)
    {
        if (Directory.Exists(path))
        {
            return FileTree.Under(path, name + "/");
        }

        FileTree tree = FileTree.OfArchive(path, options);
        if (tree.Files.Any(file => file.StartsWith(name + "/", StringComparison.Ordinal)))
        {
            return tree;
        }

        var named = new JoinedStore(path);
        named.Own(tree.Store);
        foreach (string file in tree.Files)
        {
            named.Add($"{name}/{file}", tree.Store, file);
        }

        return new([.. tree.Files.Select(file => $"{name}/{file}")], tree.HiddenFiles, named);
    }

    /// <summary>The id of a file, or null where it is not there.</summary>
    public string? Find(string file) => _files.Contains($"{_name}/{file}") ? $"{_name}/{file}" : null;
}
