using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs.Planning;

/// <summary>Rates that earlier runs on this machine measured: their run.json and cells, in a folder of results
/// folders.</summary>
internal sealed class EarlierRuns
{
    private const int MostRuns = 200;

    private readonly Dictionary<string, (double SecondsPerImage, string Source)> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanEstimate> _cells = new(StringComparer.Ordinal);
    private readonly MachineReport _machine = MachineReport.Read();

    private EarlierRuns()
    {
    }

    /// <summary>Reads the runs in a folder; what cannot be read is passed over.</summary>
    public static EarlierRuns In(string folder)
    {
        var runs = new EarlierRuns();
        if (Directory.Exists(folder))
        {
            foreach (string run in Directory.EnumerateDirectories(folder).Order(StringComparer.Ordinal).Take(MostRuns))
            {
                runs.Read(run);
            }
        }

        return runs;
    }

    /// <summary>Seconds an image of a model takes, and where it was measured; null where nowhere.</summary>
    public (double SecondsPerImage, string Source)? RateOf(Subject subject) =>
        _models.TryGetValue(KeyOf(subject.Model.Name, Precisions.NameOf(subject.Precision)), out var rate)
            ? rate
            : null;

    /// <summary>Seconds and bytes of one episode of a cell like this; null where there was none.</summary>
    public PlanEstimate? EpisodeOf(Cell cell) => _cells.GetValueOrDefault(Signature(cell.Facts));

    private void Read(string folder)
    {
        var results = new ResultsFolder(folder);
        try
        {
            if (File.Exists(results.Manifest) && JsonNode.Parse(File.ReadAllText(results.Manifest)) is JsonObject root)
            {
                foreach (JsonNode invocation in (root["invocations"] as JsonArray ?? []).OfType<JsonNode>())
                {
                    Read(results, root["dtype"]?.GetValue<string>() ?? "", invocation);
                }
            }
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException or JsonException
            or InvalidOperationException or FormatException)
        {
            // Another program's file, or one of an earlier version: no rates in it.
        }
    }

    private void Read(ResultsFolder results, string dtype, JsonNode invocation)
    {
        JsonNode? machine = invocation["machine"];
        if (machine?["cpu"]?.GetValue<string>() != _machine.Cpu || machine["cores"]?.GetValue<int>() != _machine.Cores)
        {
            return;
        }

        foreach (JsonNode pass in (invocation["embeddings"] as JsonArray ?? []).OfType<JsonNode>())
        {
            bool isComputed = pass["fromCache"]?.GetValue<bool>() == false;
            int samples = pass["samples"]?.GetValue<int>() ?? 0;
            if (isComputed && samples > 0)
            {
                string model = pass["model"]?.GetValue<string>() ?? "";
                double seconds = pass["seconds"]?.GetValue<double>() ?? 0;
                _models[KeyOf(model, dtype)] = (seconds / samples, results.Path);
            }
        }

        foreach (JsonNode cell in (invocation["computations"] as JsonArray ?? []).OfType<JsonNode>())
        {
            Read(results, cell["cell"]?.GetValue<string>() ?? "", cell["seconds"]?.GetValue<double>() ?? 0);
        }
    }

    private void Read(ResultsFolder results, string cell, double seconds)
    {
        string path = results.Result(cell);
        if (!File.Exists(path))
        {
            return;
        }

        try
        {
            CellFacts facts = CellFile.Read(path).Facts;
            double episodes = EpisodesIn(facts);
            _cells[Signature(facts)] = new PlanEstimate(
                seconds / episodes, (long)(new FileInfo(path).Length / episodes), results.Path);
        }
        catch (DataFileException)
        {
            // A damaged result is no measure of anything; a run reports it.
        }
    }

    /// <summary>Episodes that a cell scores, those of validation too.</summary>
    internal static double EpisodesIn(CellFacts facts) => facts.Values
        .Where(fact => fact.Key is "episodes" or "validation-episodes")
        .Sum(fact => double.Parse(fact.Value, CultureInfo.InvariantCulture));

    // Cells that do the same work an episode: what they draw and what they are called makes no difference.
    private static string Signature(CellFacts facts) => string.Join('\n', facts.Values
        .Where(fact => fact.Key is not ("run" or "label" or "seed" or "episodes" or "validation-episodes" or "draws"))
        .Select(fact => $"{fact.Key}={fact.Value}"));

    private static string KeyOf(string model, string precision) => $"{model} {precision}";
}
