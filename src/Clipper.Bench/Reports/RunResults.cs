using System.Globalization;
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

    /// <summary>Sizes of the data sets, by name and variant in the records, as far as they are known.</summary>
    public IReadOnlyDictionary<(string Name, string Variant), DatasetSize> Sizes { get; init; } =
        new Dictionary<(string Name, string Variant), DatasetSize>();

    /// <summary>What was computed with: name and value. Nothing that differs between two runs of one experiment, such
    /// as times and machines; those are in run.json.</summary>
    public required IReadOnlyList<KeyValuePair<string, string>> Provenance { get; init; }

    /// <summary>The resolved experiment.</summary>
    public required string Configuration { get; init; }

    /// <summary>Whether a model, by its name in the records, has the paper's weights.</summary>
    public bool IsPapersModel(string model) => PapersModels.Contains(model);

    /// <summary>Reads a folder.</summary>
    /// <exception cref="DataFileException">It holds no run, or a file of it is missing or damaged, or of another
    /// version.</exception>
    public static RunResults Read(string path)
    {
        var folder = new ResultsFolder(path);
        RequireRun(folder);
        var manifest = new ManifestReader(folder);
        IReadOnlyList<RunRecord> records = RecordsFile.Read(folder.Records);
        IReadOnlyList<ReportedValue> reported = ReportedFile.Read(folder.Reported);
        RequireWhole(folder, manifest, records, reported);
        string[] multiLabel =
        [
            .. manifest.Objects("datasets").Where(dataset => ManifestReader.Is(dataset, "isMultiLabel"))
                .Select(NameOf),
        ];
        return new RunResults
        {
            Name = manifest.Run,
            Records = records,
            Reported = reported,
            Notes = manifest.Texts("notes"),
            Failures = [.. folder.Failures().Select(CellFailure.Read).Select(failure =>
                new ReportFailure(
                    failure.Cell, failure.IsForUsers ? "" : failure.Type, failure.Message, failure.Reproduce))],
            Gaps =
            [
                .. manifest.Objects("gaps").Select(gap =>
                    new DataGap(
                        Text(gap, "name"), Text(gap, "variant"), SettingText.Parse(Text(gap, "setting")),
                        Text(gap, "method"), Text(gap, "reason"))),
            ],
            Conditions = File.Exists(folder.Conditions) ? ReportedFile.Read(folder.Conditions) : [],
            MultiLabel =
            [
                .. records.Where(record => multiLabel.Contains($"{record.Dataset} {record.Variant}"))
                    .DistinctBy(record => (record.Dataset, record.Variant)),
            ],
            PapersModels =
            [
                .. manifest.Objects("models").Where(model => PaperModel.Is(Text(model, "weightsHash")))
                    .Select(model => Text(model, "name")),
            ],
            Manifests = manifest.Objects("datasets").ToLookup(NameOf, dataset => Text(dataset, "manifestHash"))
                .ToDictionary(same => same.Key, same => same.Last()),
            Sizes = SizesIn(manifest),
            Provenance = [.. Facts(manifest)],
            Configuration = ConfigurationOf(folder),
        };
    }

    private static Dictionary<(string Name, string Variant), DatasetSize> SizesIn(ManifestReader manifest)
    {
        var sizes = new Dictionary<(string Name, string Variant), DatasetSize>();
        foreach (JsonObject dataset in manifest.Objects("datasets"))
        {
            if (manifest.Number(dataset, "samples") is { } images && manifest.Number(dataset, "classes") is { } classes)
            {
                sizes[(Text(dataset, "name"), Text(dataset, "variant"))] = new DatasetSize(images, classes);
            }
        }

        return sizes;
    }

    private static void RequireRun(ResultsFolder folder)
    {
        string path = folder.Path;
        if (!Directory.Exists(path))
        {
            throw new DataFileException(
                path,
                $"{(File.Exists(path) ? "is a file" : "there is no such folder")}; expected the results folder of "
                + "'clipper run', which is results/NAME unless --out named another.");
        }

        if (!File.Exists(folder.Records))
        {
            string mend = File.Exists(folder.Config) ? $" {folder.HowToMend}" : "";
            throw new DataFileException(
                path, $"holds no records.csv; expected the results folder of 'clipper run'.{mend}");
        }

        if (folder.IsMerged)
        {
            throw new DataFileException(
                path,
                "is a report of several runs, which has no cells of its own; give the results folders of those runs.");
        }

    }

    private static string ConfigurationOf(ResultsFolder folder)
    {
        string text = File.Exists(folder.Config) ? File.ReadAllText(folder.Config) : "";
        string problem = File.Exists(folder.Config) ? "is empty" : "is not there";
        return text.Length > 0
            ? text
            : throw new DataFileException(
                folder.Config, $"{problem}; expected the resolved experiment of 'clipper run'. {folder.HowToMend}");
    }

    // The numbers of lines tell a file that was cut, and that the values which the tables report are among all values
    // one that was changed.
    private static void RequireWhole(
        ResultsFolder folder,
        ManifestReader manifest,
        IReadOnlyList<RunRecord> records,
        IReadOnlyList<ReportedValue> reported)
    {
        RequireLines(folder, folder.Records, manifest.Lines("records"), records.Count);
        RequireLines(folder, folder.Reported, manifest.Lines("reported"), reported.Count);
        var known = records.ToHashSet();
        RunRecord[] lost =
            [.. reported.Where(value => value.IsHeadline).Select(value => value.Record).Where(r => !known.Contains(r))];
        if (lost is [var first, ..])
        {
            throw new DataFileException(
                folder.Records,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"lacks {lost.Length} of the values of reported.csv, the first of which is {first.Metric} of ")
                + $"{first.Dataset} {first.Variant}, {first.Model}, {first.Method}: one of the two was cut or changed. "
                + folder.HowToMend);
        }

        foreach (string cell in reported.Select(value => value.Cell).Distinct())
        {
            ReportedCell.RequireSchema(folder, cell);
        }
    }

    private static void RequireLines(ResultsFolder folder, string file, int? expected, int lines)
    {
        if (expected is { } written && written != lines)
        {
            throw new DataFileException(
                file,
                string.Create(
                    CultureInfo.InvariantCulture,
                    $"has {lines} values; expected the {written} that the run wrote, which run.json counts: one of ")
                + $"the two was cut or changed. {folder.HowToMend}");
        }
    }

    private static IEnumerable<KeyValuePair<string, string>> Facts(ManifestReader manifest)
    {
        string[] versions = [.. VersionsIn(manifest).Distinct()];
        if (versions.Length > 0)
        {
            yield return new("computed by", string.Join(", ", versions));
        }

        yield return new("experiment", Short(manifest.Experiment));
        foreach (JsonObject model in manifest.Objects("models"))
        {
            yield return new($"model {Text(model, "name")}", $"weights {Short(Text(model, "weightsHash"))}");
        }

        foreach (JsonObject dataset in manifest.Objects("datasets"))
        {
            yield return new(
                $"data set {NameOf(dataset)}".TrimEnd(),
                $"{Text(dataset, "samples")} images, {Text(dataset, "classes")} classes, "
                + $"manifest {Short(Text(dataset, "manifestHash"))}");
        }

        foreach (JsonObject pair in manifest.Objects("embeddings"))
        {
            yield return new(
                $"embeddings {Text(pair, "dataset")}, {Text(pair, "model")}, detour {Text(pair, "detour")}",
                $"key {Short(Text(pair, "key"))}");
        }
    }

    // Of the invocations that computed cells; where none did, of all.
    private static IEnumerable<string> VersionsIn(ManifestReader manifest)
    {
        IReadOnlyList<JsonObject> all = manifest.Objects("invocations");
        JsonObject[] computing = [.. all.Where(each => manifest.Number(each, "computed") is > 0)];
        foreach (JsonObject each in computing.Length > 0 ? computing : all)
        {
            if (each["machine"] is JsonObject machine && Text(machine, "version") is { Length: > 0 } version)
            {
                string commit = Text(machine, "commit");
                yield return $"Clipper.Bench {version}{(commit.Length > 0 ? $", commit {commit}" : "")}";
            }
        }
    }

    private static string NameOf(JsonObject dataset) => $"{Text(dataset, "name")} {Text(dataset, "variant")}";

    private static string Text(JsonObject of, string member) => ManifestReader.Text(of, member);

    private static string Short(string hash) => hash.Length > HashDigits ? $"{hash[..HashDigits]}…" : hash;
}
