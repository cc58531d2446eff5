using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Clip.Files;
using Clipper.Clip.Models;
using Clipper.Clip.Runtime;

namespace Clipper.Bench.Runs;

/// <summary>Writes <c>run.json</c>: what ran where and when. All that may differ between two runs of the same
/// experiment is in this file and nowhere else. A resumed or sharded run adds an invocation.</summary>
internal static class RunManifest
{
    /// <summary>The member that says how many lines the files of values have.</summary>
    public const string Lines = "lines";

    private const string Invocations = "invocations";

    private static readonly JsonSerializerOptions _layout = new()
    {
        Converters = { new JsonStringEnumConverter() },
        WriteIndented = true,
        NewLine = "\n",
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Adds this invocation to the file.</summary>
    public static void Write(
        string path, RunPlan plan, RunOptions options, RunJournal journal, RunOutcome outcome, int records)
    {
        JsonArray invocations = Earlier(path);
        invocations.Add(ToNode(Describe(options, journal, outcome)));
        var root = new JsonObject
        {
            ["run"] = plan.Experiment.Name,
            ["experiment"] = ExperimentIdentity.Hash(plan.Experiment),
            ["cells"] = plan.Cells.Count,
            [Lines] = ToNode(new { Records = records, Reported = outcome.Reported.Count }),
            ["dtype"] = string.Join(
                ", ", plan.Experiment.Each.Select(point => Precisions.NameOf(point.Precision)).Distinct()),
            ["draws"] = ToNode(plan.Given.Select(given => new
            {
                given.Dataset,
                Setting = SettingText.Of(given.Setting),
                given.Path,
                Sha256 = given.Hash,
            })),
            ["gaps"] = ToNode(plan.Gaps.Select(gap => new
            {
                gap.Name,
                gap.Variant,
                Setting = gap.Setting is null ? "" : SettingText.Of(gap.Setting),
                gap.Method,
                gap.Reason,
            })),
            ["notes"] = ToNode(outcome.Notes),
            ["models"] = ToNode(plan.Models.Select(Describe)),
            ["datasets"] = ToNode(plan.Datasets.Select(Describe)),
            ["embeddings"] = ToNode(plan.Embeddings.Select(
                e => new
                {
                    Dataset = e.Subject.DatasetName,
                    Model = e.Subject.Model.Name,
                    e.Subject.Detour,
                    Key = e.Key.Hash,
                })),
            [Invocations] = invocations,
        };
        AtomicFile.WriteText(path, root.ToJsonString(_layout) + "\n");
    }

    private static JsonNode? ToNode<T>(T value) => JsonSerializer.SerializeToNode(value, _layout);

    private static object Describe(ModelDescription model) =>
        new { model.Name, model.Format, model.WeightsHash, Architecture = model.Vision.Fingerprint, model.Preprocess };

    private static object Describe(IDataset dataset) => new
    {
        dataset.Name,
        dataset.Variant,
        dataset.ManifestHash,
        dataset.IsMultiLabel,
        Samples = dataset.Samples.Count,
        Classes = dataset.Classes.Count,
    };

    private static object Describe(RunOptions options, RunJournal journal, RunOutcome outcome) => new
    {
        journal.Started,
        Seconds = journal.Elapsed.TotalSeconds,
        outcome.Computed,
        outcome.Reused,
        outcome.Failed,
        Shard = $"{options.ShardIndex}/{options.ShardCount}",
        options.Device,
        options.Jobs,
        options.Threads,
        Machine = MachineReport.Read(),
        Torch = TorchRuntime.Report,
        journal.Stages,
        journal.Embeddings,
        Computations = journal.Cells,
    };

    // Times and machines of earlier invocations are worth keeping, but not worth failing for.
    private static JsonArray Earlier(string path)
    {
        try
        {
            JsonNode? root = File.Exists(path) ? JsonNode.Parse(File.ReadAllText(path)) : null;
            return root?[Invocations]?.DeepClone() as JsonArray ?? [];
        }
        catch (Exception e) when (e is JsonException or InvalidOperationException)
        {
            return [];
        }
    }
}
