using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Folders;

/// <summary>Caltech-UCSD Birds 200-2011: <c>CUB_200_2011/images/001.Black_footed_Albatross/….jpg</c> with
/// <c>images.txt</c> and <c>train_test_split.txt</c> above, in a folder or in CUB_200_2011.tar. Samples are in the
/// order of images.txt.</summary>
internal sealed class Cub200Reader : IDatasetReader
{
    private const string Folder = "CUB_200_2011";
    private const int NumberLength = 4;

    /// <inheritdoc />
    public string Name => "cub200";

    /// <inheritdoc />
    public string Description => "CUB-200-2011: 11,788 photographs of 200 kinds of birds";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public IReadOnlyList<string> Splits { get; } = ["test", "train"];

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
        Dictionary<string, string> images = ReadPairs(tree, path, "images.txt");
        Dictionary<string, string> parts = ReadPairs(tree, path, "train_test_split.txt");
        var there = new HashSet<string>(tree.Files, StringComparer.Ordinal);
        var absent = new BadEntries(path, "images of images.txt are not there");
        var samples = new SampleList();
        foreach ((string number, string file) in images)
        {
            string id = $"{Folder}/images/{file}";
            if (!there.Contains(id))
            {
                absent.Add(file);
            }
            else if (source.Split == Datasets.Splits.All || SplitOf(parts, number, path) == source.Split)
            {
                samples.Add(id, file[..file.IndexOf('/', StringComparison.Ordinal)]);
            }
        }

        absent.Judge(source);
        if (samples.Samples.Count == 0)
        {
            throw new DataFileException(path, $"holds no image of split {source.Split}.");
        }

        return new("", false, samples.Classes, samples.Samples, tree.Store)
        {
            ClassNames = [.. samples.Classes.Select(name => name[NumberLength..].Replace('_', ' '))],
        };
    }

    private string SplitOf(Dictionary<string, string> parts, string number, string path) =>
        parts.TryGetValue(number, out string? isTraining) && isTraining is "0" or "1"
            ? Splits[isTraining == "1" ? 1 : 0] : throw new DataFileException(
                $"{path}/train_test_split.txt", $"says neither 0 nor 1 for image {number}; obtain it again.");

    // Lines of a number and what it stands for, in the file's order.
    private static Dictionary<string, string> ReadPairs(FileTree tree, string path, string file)
    {
        string id = $"{Folder}/{file}";
        string where = $"{path}/{file}";
        if (!tree.Files.Contains(id))
        {
            throw new DataFileException(where, "is not there; obtain it again.");
        }

        var table = new SpacedTable(where);
        var pairs = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach ((int line, string[] fields) in table.Parse(tree.Store.Read(id)))
        {
            if (fields.Length != 2 || !int.TryParse(fields[0], NumberStyles.None, CultureInfo.InvariantCulture, out _)
                || (file == "images.txt" && fields[1].IndexOf('/', StringComparison.Ordinal) < NumberLength))
            {
                table.Add(line, $"'{string.Join(' ', fields)}' is no number and what it stands for");
            }
            else if (!pairs.TryAdd(fields[0], fields[1]))
            {
                table.Add(line, $"number {fields[0]} is there twice");
            }
        }

        table.ThrowIfProblems();
        return pairs;
    }
}
