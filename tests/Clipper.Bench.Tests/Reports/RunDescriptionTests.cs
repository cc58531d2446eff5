using System.Text.Json.Nodes;
using Clipper.Bench.Datasets;
using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Html;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Runs;

namespace Clipper.Bench.Tests.Reports;

public sealed class RunDescriptionTests
{
    private const string Single = "datasets={ name: shapes, variant: single }";

    private const string Streams =
        "protocol={ kind: continual, ways: 4, shots: 2, queries: 3, episodes: 6, validation-episodes: 4 }";

    [Fact]
    public void Summary_says_how_many_draws_which_mode_and_seed_and_what_was_not_there()
    {
        using var runs = new RunFixture
        {
            Inputs = new()
            {
                OnOpen = request =>
                {
                    if (request.Name == "lfw")
                    {
                        throw new DatasetMissingException("somewhere", "no faces here.");
                    }
                },
            },
        };

        ReportContent episodes = Describe(runs.Run("a", "protocol.settings=3w1s4q", "seed=5").Folder);
        ReportContent streams = Describe(runs.Run("b", Single, Streams).Folder);
        ReportContent gaps = Describe(
            runs.Run("c", "missing-data=gap", "datasets=[lfw, { name: shapes, variant: single }]").Folder);

        Assert.EndsWith(
            " on shapes single, shapes multi with random-vit-s0. 12 episodes a cell, corrected mode, seed 5.",
            episodes.Summary, StringComparison.Ordinal);
        Assert.EndsWith(
            " 1 episode a cell, corrected mode, seed 0.",
            Describe(runs.Run("d", Single, "protocol.settings=3w1s4q", "protocol.episodes=1").Folder).Summary,
            StringComparison.Ordinal);
        Assert.EndsWith(" 6 streams a cell, corrected mode, seed 0.", streams.Summary, StringComparison.Ordinal);
        Assert.EndsWith(" Data sets that were not there: lfw.", gaps.Summary, StringComparison.Ordinal);
    }

    [Fact]
    public void Provenance_names_the_versions_that_computed_cells_each_once()
    {
        using var runs = new RunFixture();
        string folder = runs.Run("a", Single, "protocol.settings=3w1s4q").Folder;
        string path = new ResultsFolder(folder).Manifest;
        JsonObject manifest = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        MachineReport machine = MachineReport.Read();
        string today = machine.Commit is null ? machine.Version : $"{machine.Version}, commit {machine.Commit}";
        Assert.Equal($"Clipper.Bench {today}", ComputedBy(folder));

        JsonArray invocations = manifest["invocations"]!.AsArray();
        invocations.Add(Invocation(invocations[0]!, computed: 0, "9.9"));
        invocations.Add(invocations[0]!.DeepClone());
        File.WriteAllText(path, manifest.ToJsonString());
        Assert.Equal($"Clipper.Bench {today}", ComputedBy(folder));

        invocations.Add(Invocation(invocations[0]!, computed: 3, "9.9"));
        File.WriteAllText(path, manifest.ToJsonString());
        Assert.Equal($"Clipper.Bench {today}, Clipper.Bench 9.9, commit abc", ComputedBy(folder));
    }

    private static JsonNode Invocation(JsonNode like, int computed, string version)
    {
        JsonNode other = like.DeepClone();
        other["computed"] = computed;
        other["machine"]!["version"] = version;
        other["machine"]!["commit"] = "abc";
        return other;
    }

    private static string ComputedBy(string folder) =>
        Describe(folder).Provenance.Single(fact => fact.Key == "computed by").Value;

    private static ReportContent Describe(string folder)
    {
        var results = RunResults.Read(folder);
        return RunDescription.Of(results, [.. ReportCell.Read(new ResultsFolder(folder), results.Reported)]);
    }
}
