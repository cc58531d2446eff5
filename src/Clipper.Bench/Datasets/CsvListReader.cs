using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets;

/// <summary>A CSV file that lists images and their labels: <c>path,label</c> or <c>path,labels</c>, labels apart by
/// ';', paths relative to the CSV's folder. Samples are in file order, classes in ordinal order. Multi-label if the
/// header says <c>labels</c> or any row has several. A variant is the name of one of several CSV files in the
/// root.</summary>
internal sealed class CsvListReader : IDatasetReader
{
    private const string DefaultList = "labels";

    public string Name => "csv";

    public string Description =>
        "A CSV file path,label;label (root: the file, or the folder of labels.csv or <variant>.csv)";

    public IReadOnlyList<string> Variants => [];

    public bool IsMultiLabel => false;

    public bool IsGenerated => false;

    public bool IsFoundAt(string root) => File.Exists(root) || (Directory.Exists(root) && Lists(root).Any());

    public DatasetContent Read(DatasetSource source)
    {
        string path = Locate(source);
        string folder = Path.GetDirectoryName(Path.GetFullPath(path)) ?? "";
        CsvList list = CsvList.Read(path, folder);
        string[] classes =
        [
            .. list.Rows.SelectMany(r => r.Labels).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal),
        ];
        Dictionary<string, int> numbers = classes.Index().ToDictionary(
            c => c.Item, c => c.Index, StringComparer.Ordinal);
        Sample[] samples = [.. list.Rows.Select(r => new Sample(r.Id, [.. r.Labels.Select(l => numbers[l]).Order()]))];
        return new(
            Path.GetFileNameWithoutExtension(path), list.IsMultiLabel, classes, samples, new FolderStore(folder));
    }

    private static string Locate(DatasetSource source)
    {
        if (File.Exists(source.Root))
        {
            return source.Variant.Length == 0 ? source.Root : throw new UsageException(
                $"data set csv: root '{source.Root}' is a file, so variant '{source.Variant}' has no meaning; "
                + "name the folder, or leave the variant out.");
        }

        string path = Path.Combine(source.Root, (source.Variant.Length > 0 ? source.Variant : DefaultList) + ".csv");
        return File.Exists(path) ? path : throw new DataFileException(
            path, $"no such list. There: {string.Join(", ", Lists(source.Root))}; choose one with the variant.");
    }

    private static IEnumerable<string> Lists(string root) =>
        Directory.EnumerateFiles(root, "*.csv").Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal);
}
