using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.WebDataset;

/// <summary>WebDataset: TAR shards in which the files of a sample share a name and lie together: <c>key.jpg</c> and its
/// label, <c>key.cls</c> (a number, or a name) or <c>key.json</c> with <c>label</c> or <c>labels</c>. Shards are read
/// in place, in ordinal order of their names; <c>classnames.txt</c> beside them gives numbers their names. A variant is
/// a folder in the root.</summary>
internal sealed class WebDatasetReader : IDatasetReader
{
    /// <inheritdoc />
    public string Name => "webdataset";

    /// <inheritdoc />
    public string Description => "TAR shards of WebDataset: key.jpg with key.cls or key.json (root, or root/variant)";

    /// <inheritdoc />
    public IReadOnlyList<string> Variants => [];

    /// <inheritdoc />
    public bool IsMultiLabel => false;

    /// <inheritdoc />
    public bool IsGenerated => false;

    /// <inheritdoc />
    public bool IsFoundAt(string root) => Directory.Exists(root)
        && (Shards(root).Length > 0 || Directory.EnumerateDirectories(root).Any(d => Shards(d).Length > 0));

    /// <inheritdoc />
    public DatasetContent Read(DatasetSource source)
    {
        string folder = Path.GetFullPath(Path.Combine(source.Root, source.Variant));
        string[] shards = Directory.Exists(folder) ? Shards(folder) : [];
        if (shards.Length == 0)
        {
            throw new DataFileException(
                folder, $"holds no shard (*.tar){Others(source.Root)}.");
        }

        var store = new JoinedStore(folder);
        var samples = new List<NamedSample>();
        int ignored = shards.Sum(shard => ShardSamples.Add(shard, source.Options, store, samples));
        if (samples.Count == 0)
        {
            throw new DataFileException(
                folder, $"holds no sample: an image ({ImageFileNames.Known}) and a .cls or .json of the same name.");
        }

        if (ignored > 0)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture, $"{folder}: {ignored} files that belong to no sample are ignored."));
        }

        string variant = source.Variant.Length > 0 ? source.Variant : Path.GetFileName(folder);
        return NamedSamples.Number(variant, samples, store, folder, source.Root);
    }

    private static string[] Shards(string folder) =>
        [.. Directory.EnumerateFiles(folder, "*.tar").Order(StringComparer.Ordinal)];

    private static string Others(string root)
    {
        string[] folders = Directory.Exists(root) ? Directory.GetDirectories(root) : [];
        string[] others =
        [
            .. folders.Where(d => Shards(d).Length > 0).Select(d => Path.GetFileName(d)).Order(StringComparer.Ordinal),
        ];
        return others.Length > 0 ? $"; variants here: {string.Join(", ", others)}" : "";
    }
}
