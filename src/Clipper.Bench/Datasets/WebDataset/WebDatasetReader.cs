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
    private const string ClassNames = "classnames.txt";

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
        var samples = new List<WebSample>();
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
        return Number(variant, samples, store, ReadNames(folder) ?? ReadNames(source.Root));
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

    private static string[]? ReadNames(string folder)
    {
        string path = Path.Combine(folder, ClassNames);
        if (!File.Exists(path))
        {
            return null;
        }

        string[] names = [.. File.ReadAllLines(path).Select(line => line.Trim()).Where(line => line.Length > 0)];
        return names.Distinct(StringComparer.Ordinal).Count() == names.Length ? names
            : throw new DataFileException(path, "has a name twice.");
    }

    // With a list of names numbers index it; without, they are names themselves and in numerical order.
    private static DatasetContent Number(
        string variant, List<WebSample> samples, JoinedStore store, IReadOnlyList<string>? names)
    {
        string[] labels = [.. samples.SelectMany(s => s.Labels).Distinct(StringComparer.Ordinal)];
        bool isNumbered = Array.TrueForAll(labels, label => NumberOf(label) is not null);
        string[] classes = isNumbered && names is not null ? [.. names]
            : [.. labels.OrderBy(l => isNumbered ? NumberOf(l) : 0).ThenBy(l => l, StringComparer.Ordinal)];
        Dictionary<string, int> numbers = isNumbered && names is not null
            ? labels.ToDictionary(label => label, label => NumberOf(label) ?? 0, StringComparer.Ordinal)
            : classes.Index().ToDictionary(c => c.Item, c => c.Index, StringComparer.Ordinal);
        if (labels.FirstOrDefault(label => numbers[label] >= classes.Length) is { } beyond)
        {
            string first = samples.First(s => s.Labels.Contains(beyond)).Id;
            throw new DataFileException(
                $"{store.Location}/{first}", $"has label {beyond}; {ClassNames} has {classes.Length} names, from 0.");
        }

        return new(
            variant, samples.Any(s => s.IsMultiLabel), classes,
            [.. samples.Select(s => new Sample(s.Id, [.. s.Labels.Select(l => numbers[l]).Distinct().Order()]))],
            store);
    }

    private static int? NumberOf(string label) =>
        int.TryParse(label, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;
}
