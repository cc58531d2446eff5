using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Faces;

/// <summary>CelebA's attributes (PROTOCOL 2.4): <c>img_align_celeba/</c> or <c>img_align_celeba.zip</c>,
/// <c>list_attr_celeba.txt</c> and <c>list_eval_partition.txt</c>, side by side or in the authors' folders Img, Anno
/// and Eval. Labels are the positive ones of the 40 attributes, in the file's order; samples are in the order of the
/// list.</summary>
internal sealed class CelebAReader : IDatasetReader
{
    private const string Folder = "img_align_celeba";
    private const string Attributes = "list_attr_celeba.txt";
    private const string Partition = "list_eval_partition.txt";

    private static readonly string[] _partitions = ["train", "val", "test"];

    public string Name => "celeba";

    public string Description => "CelebA: 202,599 faces with 40 attributes";

    public IReadOnlyList<string> Variants => [];

    public IReadOnlyList<string> Splits { get; } = ["test", "val", "train"];

    public bool IsMultiLabel => true;

    public bool IsGenerated => false;

    public bool IsFoundAt(string root) =>
        Locate(root) is not null && Find(root, "Anno", Attributes) is not null;

    public DatasetContent Read(DatasetSource source)
    {
        string root = source.Root;
        string path = Locate(root) ?? root;
        var images = ImageFolder.Open(path, Folder, source.Options);
        string attributes = Find(root, "Anno", Attributes) ?? Path.Combine(root, Attributes);
        CelebAAttributes list = CelebAAttributes.Read(attributes);
        Dictionary<string, int>? partition = source.Split == Datasets.Splits.All ? null : ReadPartition(root, list);
        var samples = new List<Sample>();
        var absent = new BadEntries(path, $"images of {Attributes} are not there");
        foreach ((string file, int[] labels) in list.Rows)
        {
            if (partition is not null && _partitions[partition[file]] != source.Split)
            {
                continue;
            }

            if (images.Find(file) is { } id)
            {
                samples.Add(new(id, labels));
            }
            else
            {
                absent.Add(file);
            }
        }

        absent.Judge(source);
        if (samples.Count == 0)
        {
            throw new DataFileException(path, $"holds no image of split {source.Split}.");
        }

        return new("", true, list.Names, samples, images.Store)
        {
            ClassNames = [.. list.Names.Select(name => name.Replace('_', ' '))],
        };
    }

    private static Dictionary<string, int> ReadPartition(string root, CelebAAttributes list)
    {
        string path = Find(root, "Eval", Partition) ?? throw new DataFileException(
            Path.Combine(root, Partition),
            "is not there; it says which image is in which split. Put it there, or take split 'all'.");
        return CelebAPartition.Read(path, [.. list.Rows.Select(row => row.File)], _partitions.Length);
    }

    private static string? Locate(string root) => ImageFolder.Locate(Folder, root, Path.Combine(root, "Img"));

    private static string? Find(string root, string folder, string file) =>
        new[] { Path.Combine(root, file), Path.Combine(root, folder, file) }.FirstOrDefault(File.Exists);
}
