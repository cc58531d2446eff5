using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clipper.Bench.Configuration;
using Clipper.Bench.Reports.Html;
using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports;

/// <summary>What a results folder holds, as read from its files.</summary>
internal sealed record RunResults
{
    private const int HashDigits = 16;

    /// <summary>Name of the run.</summary>
    public required string Name { get; init; }

    /// <summary>All values, in the order of records.csv.</summary>
    public required IReadOnlyList<RunRecord> Records { get; init; }

    /// <summary>The values that tables report, in the order of the cells.</summary>
    public required IReadOnlyList<ReportedValue> Reported { get; init; }

    /// <summary>What a reader must know.</summary>
    public required IReadOnlyList<string> Notes { get; init; }

    /// <summary>Cells without a result.</summary>
    public required IReadOnlyList<ReportFailure> Failures { get; init; }

    /// <summary>Data sets that the experiment asks for and that were not there.</summary>
    public required IReadOnlyList<DataGap> Gaps { get; init; }

    /// <summary>The value of every number of training epochs, at the threshold that was chosen for that number; empty
    /// where nothing was trained.</summary>
    public required IReadOnlyList<ReportedValue> Conditions { get; init; }

    /// <summary>The multi-label data sets, one record each.</summary>
    public required IReadOnlyList<RunRecord> MultiLabel { get; init; }

    /// <summary>The models, as records name them, whose weights are the paper's.</summary>
    public required IReadOnlyList<string> PapersModels { get; init; }

    /// <summary>The manifest hashes of the data sets, by name and form.</summary>
    public IReadOnlyDictionary<string, string> Manifests { get; init; } = new Dictionary<string, string>();

    /// <summary>What was computed with: name and value. Nothing that differs between two runs of one experiment, such
    /// as times and machines; those are in run.json.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Provenance { get; init; }

    /// <summary>The resolved experiment.</summary>
    public required string Configuration { get; init; }

    /// <summary>Whether a model, by its name in the records, has the paper's weights.</summary>
    public bool IsPapersModel(string model) => PapersModels.Contains(model);

    /// <summary>Reads a folder.</summary>
    /// <exception cref="DataFileException">It holds no run, or a file of it is damaged.</exception>
    public static RunResults Read(string path)
    {
        var folder = new ResultsFolder(path);
        if (!File.Exists(folder.Records))
        {
            throw new DataFileException(path, "holds no records.csv; expected the results folder of 'clipper run'.");
        }

        JsonObject manifest = Manifest(folder.Manifest);
        IReadOnlyList<RunRecord> records = RecordsFile.Read(folder.Records);
        string[] multiLabel =
        [
            .. Items(manifest["datasets"]).Where(dataset => (bool?)dataset?["isMultiLabel"] == true)
                .Select(NameOf),
        ];
        return new RunResults
        {
            Name = Text(manifest["run"]) is { Length: > 0 } name ? name : Path.GetFileName(Path.GetFullPath(path)),
            Records = records,
            Reported = ReportedFile.Read(folder.Reported),
            Notes = [.. Items(manifest["notes"]).Select(Text)],
            Failures = [.. folder.Failures().Select(CellFailure.Read).Select(failure =>
                new ReportFailure(
                    failure.Cell, failure.IsForUsers ? "" : failure.Type, failure.Message, failure.Reproduce))],
            Gaps =
            [
                .. Items(manifest["gaps"]).Select(gap =>
                    new DataGap(
                        Text(gap?["name"]), Text(gap?["variant"]), SettingText.Parse(Text(gap?["setting"])),
                        Text(gap?["method"]), Text(gap?["reason"]))),
            ],
            Conditions = File.Exists(folder.Conditions) ? ReportedFile.Read(folder.Conditions) : [],
            MultiLabel =
            [
                .. records.Where(record => multiLabel.Contains($"{record.Dataset} {record.Variant}"))
                    .DistinctBy(record => (record.Dataset, record.Variant)),
            ],
            PapersModels =
            [
                .. Items(manifest["models"]).Where(model => PaperModel.Is(Text(model?["weightsHash"])))
                    .Select(model => Text(model?["name"])),
            ],
            Manifests = Items(manifest["datasets"]).ToLookup(NameOf, dataset => Text(dataset?["manifestHash"]))
                .ToDictionary(same => same.Key, same => same.Last()),
            Provenance = [.. Facts(manifest)],
            Configuration = File.Exists(folder.Config) ? File.ReadAllText(folder.Config) : "",
        };
    }

    private static IEnumerable<KeyValuePair<string, string>> Facts(JsonObject manifest)
    {
        yield return new("experiment", Short(manifest["experiment"]));
        foreach (JsonNode? model in Items(manifest["models"]))
        {
            yield return new($"model {Text(model?["name"])}", $"weights {Short(model?["weightsHash"])}");
        }

        foreach (JsonNode? dataset in Items(manifest["datasets"]))
        {
            yield return new(
                $"data set {Text(dataset?["name"])} {Text(dataset?["variant"])}".TrimEnd(),
                $"{Text(dataset?["samples"])} images, {Text(dataset?["classes"])} classes, "
                + $"manifest {Short(dataset?["manifestHash"])}");
        }

        foreach (JsonNode? pair in Items(manifest["embeddings"]))
        {
            yield return new(
                $"embeddings {Text(pair?["dataset"])}, {Text(pair?["model"])}, detour {Text(pair?["detour"])}",
                $"key {Short(pair?["key"])}");
        }

        yield return new("machine, versions and times", "run.json");
        yield return new("every value", "records.csv");
    }

    private static JsonObject Manifest(string path)
    {
        try
        {
            return File.Exists(path) && JsonNode.Parse(File.ReadAllText(path)) is JsonObject manifest
                ? manifest
                : [];
        }
        catch (JsonException e)
        {
            throw new DataFileException(path, $"is not the JSON that 'clipper run' writes ({e.Message}).", e);
        }
    }

    private static string NameOf(JsonNode? dataset) => $"{Text(dataset?["name"])} {Text(dataset?["variant"])}";

    private static IEnumerable<JsonNode?> Items(JsonNode? node) => node as JsonArray ?? [];

    private static string Text(JsonNode? node) => node switch
    {
        null => "",
        JsonValue value when value.TryGetValue(out string? text) => text,
        JsonValue value when value.TryGetValue(out long number) => number.ToString(CultureInfo.InvariantCulture),
        _ => node.ToJsonString(),
    };

    private static string Short(JsonNode? node)
    {
        string hash = Text(node);
        return hash.Length > HashDigits ? $"{hash[..HashDigits]}…" : hash;
    }
}
