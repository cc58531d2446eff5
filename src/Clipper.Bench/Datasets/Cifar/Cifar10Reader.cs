using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Cifar;

/// <summary>CIFAR-10 in the binary or the Python version: <c>cifar-10-batches-bin/</c> or <c>cifar-10-batches-py/</c>.
/// Both give the same samples: an image's id is its batch and its number in it, its bytes are a bitmap of its
/// pixels.</summary>
internal sealed class Cifar10Reader : IDatasetReader
{
    private static readonly string[] _training =
        [.. Enumerable.Range(1, 5).Select(k => string.Create(CultureInfo.InvariantCulture, $"data_batch_{k}"))];

    private static readonly string[] _test = ["test_batch"];

    /// <inheritdoc />
    public string Name => "cifar10";

    /// <inheritdoc />
    public string Description => "CIFAR-10: 60,000 photographs of 10 kinds of things, 32 × 32 pixels";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public IReadOnlyList<string> Splits { get; } = ["test", "train"];

    /// <inheritdoc />
    public bool IsMultiLabel => false;

    /// <inheritdoc />
    public bool IsGenerated => false;

    /// <inheritdoc />
    public bool IsFoundAt(string root) => CifarFolder.Find(root) is not null;

    /// <inheritdoc />
    public DatasetContent Read(DatasetSource source)
    {
        CifarFolder folder = CifarFolder.Find(source.Root)
            ?? throw new DataFileException(source.Root, "holds no CIFAR-10 batches.");
        IReadOnlyList<string> classes = folder.ReadClassNames();
        string[] batches = source.Split switch
        {
            "test" => _test,
            "train" => _training,
            _ => [.. _training, .. _test],
        };
        var samples = new List<Sample>();
        var store = new CifarStore(folder.Path);
        foreach (string name in batches.Where(folder.Has))
        {
            ICifarBatch batch = folder.Open(name);
            Check(batch, classes.Count);
            store.Add(name, batch);
            samples.AddRange(batch.Labels.Select((label, number) => new Sample(CifarStore.Id(name, number), [label])));
        }

        string[] missing = [.. batches.Where(name => !folder.Has(name))];
        if (samples.Count == 0)
        {
            throw new DataFileException(folder.Path, $"holds none of {string.Join(", ", missing)}.");
        }

        if (missing.Length > 0)
        {
            source.Warn($"{folder.Path}: {string.Join(", ", missing)} are missing.");
        }

        return new("", false, classes, samples, store);
    }

    private static void Check(ICifarBatch batch, int classes)
    {
        foreach ((int number, int label) in batch.Labels.Index())
        {
            if (label < 0 || label >= classes)
            {
                throw new DataFileException(
                    batch.Path, $"image {number} has label {label}; expected 0 to {classes - 1}. Obtain it again.");
            }
        }
    }
}
