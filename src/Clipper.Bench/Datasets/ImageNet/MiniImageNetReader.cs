using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.ImageNet;

/// <summary>mini-ImageNet as the reference had it: <c>train</c>, <c>val</c> and <c>test</c>, each a TAR archive, which
/// is read in place, or a folder, with a folder per WordNet id. An id is <c>test/n01930112/name.jpg</c> in both
/// forms.</summary>
internal sealed class MiniImageNetReader : IDatasetReader
{
    /// <inheritdoc />
    public string Name => "mini-imagenet";

    /// <inheritdoc />
    public string Description => "mini-ImageNet: 60,000 photographs of 100 ImageNet classes; 64 train, 16 val, 20 test";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public IReadOnlyList<string> Splits { get; } = ["test", "val", "train"];

    /// <inheritdoc />
    public bool IsMultiLabel => false;

    /// <inheritdoc />
    public bool IsGenerated => false;

    /// <inheritdoc />
    public bool IsFoundAt(string root) => Splits.Any(split => Has(root, split));

    /// <inheritdoc />
    public DatasetContent Read(DatasetSource source)
    {
        string[] splits = [.. Splits.Where(s => source.Split is Datasets.Splits.All || s == source.Split)];
        if (splits.FirstOrDefault(split => !Has(source.Root, split)) is { } missing)
        {
            throw new DataFileException(
                source.Root, $"holds other parts of mini-ImageNet but neither {missing}.tar nor {missing}/.");
        }

        var store = new JoinedStore(source.Root);
        int ignored = splits.Sum(split => Add(store, split, source));
        var joined = new FileTree([.. store.Ids.Order(StringComparer.Ordinal)], ignored, store);
        SampleList samples = WordNetFolders.Read(joined, out ignored);
        if (samples.Samples.Count == 0)
        {
            throw new DataFileException(
                source.Root, $"holds no <WordNet id>/<image> in {string.Join(", ", splits)}; obtain it again.");
        }

        if (ignored > 0)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{Name}: {ignored} files that are no samples are ignored."));
        }

        return new("", false, samples.Classes, samples.Samples, store)
        {
            ClassNames = WordNetNames.Of(samples.Classes, source, joined),
        };
    }

    // An archive may have a folder of the split's name at its top, or not.
    private static int Add(JoinedStore store, string split, DatasetSource source)
    {
        string archive = Path.Combine(source.Root, split + ".tar");
        FileTree tree = File.Exists(archive)
            ? FileTree.OfArchive(archive, source.Options) : FileTree.OfFolder(source.Root, split);
        store.Own(tree.Store);
        int ignored = tree.HiddenFiles;
        foreach (string file in tree.Files)
        {
            if (WordNetFolders.ClassOf(file) is { } name)
            {
                store.Add($"{split}/{name}/{file[(file.LastIndexOf('/') + 1)..]}", tree.Store, file);
            }
            else
            {
                ignored++;
            }
        }

        return ignored;
    }

    private static bool Has(string root, string split) =>
        File.Exists(Path.Combine(root, split + ".tar")) || WordNetFolders.AreIn(Path.Combine(root, split));
}
