using System.Text.Json;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Runs;

/// <summary>What a run leaves (DESIGN section 8), and that its numbers are the protocol's.</summary>
public sealed class RunResultsTests
{
    [Fact]
    public void Run_writes_the_whole_folder()
    {
        using var runs = new RunFixture();

        runs.Run("a", "datasets={ name: shapes, variant: single }", "protocol.settings=3w1s4q");

        Assert.Equal(
            [
                "cells/shapes-single.random-vit-s0.3w1s4q.MWI-coarse-.json",
                "cells/shapes-single.random-vit-s0.3w1s4q.mwi.json",
                "cells/shapes-single.random-vit-s0.3w1s4q.wi.json",
                "conditions.csv",
                "config.yaml",
                "draws/shapes-single-3w1s4q.csv",
                "draws/shapes-single-3w1s4q.validation.csv",
                "records.csv",
                "reported.csv",
                "tables/classes.csv",
                "tables/confusion.csv",
                "tables/errors.csv",
                "tables/metrics.md",
                "tables/metrics.tex",
                "tables/paired.csv",
                "tables/paired.md",
                "tables/paired.tex",
                "tables/ranks.csv",
                "tables/ranks.md",
                "tables/ranks.tex",
                "tables/summary.csv",
                "tables/summary.md",
                "tables/summary.tex",
            ],
            runs.Files("a").Keys);
    }

    [Fact]
    public void Records_have_the_columns_of_the_design_and_one_line_a_value()
    {
        using var runs = new RunFixture();

        RunOutcome outcome = runs.Run("a");

        byte[] bytes = File.ReadAllBytes(Path.Combine(runs.Folder("a"), "records.csv"));
        string[] lines = System.Text.Encoding.UTF8.GetString(bytes).Split('\n');
        Assert.Equal(
            "run,dataset,variant,model,method,head,ways,shots,queries,episodes,augment,copies,epochs,threshold,step,"
            + "metric,mean,ci95,std,n,mode",
            lines[0]);
        Assert.Equal((byte)'r', bytes[0]);
        Assert.DoesNotContain((byte)'\r', bytes);
        Assert.Equal("", lines[^1]);
        Assert.Equal(outcome.Records.Count, lines.Length - 2);
        Assert.Matches("^t,shapes,single,random-vit-s0,wi,wi,3,1,4,12,,,,,,accuracy,0", lines[1]);

        // Single label: accuracy, map, and o_f1, hamming at no, 45 and 2 thresholds; multi-label: without accuracy.
        Assert.Equal(2 * ((3 * 2) + (2 * 48) + (3 * 1) + (2 * 48)), outcome.Records.Count);
        Assert.DoesNotContain(outcome.Records, record => record is { Variant: "multi", Metric: "accuracy" });
    }

    [Fact]
    public void Records_of_one_episode_have_no_interval()
    {
        using var runs = new RunFixture();

        RunOutcome outcome = runs.Run("a", "protocol.episodes=1");

        Assert.All(outcome.Records, record => Assert.Equal((null, null, 1), (record.Ci95, record.Std, record.N)));
        string line = File.ReadAllLines(Path.Combine(runs.Folder("a"), "records.csv"))[1];
        Assert.EndsWith(",,,1,corrected", line, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_of_embeddings_without_noise_are_perfect()
    {
        using var runs = new RunFixture { Inputs = new FakeInputs { Noise = 0 } };

        RunOutcome outcome = runs.Run("a", "datasets={ name: shapes, variant: single }");

        Assert.All(outcome.Records.Where(r => r.Metric is "accuracy" or "map"), r => Assert.Equal(1, r.Mean));
        RunRecord[] atOneHalf = [.. outcome.Records.Where(r => r is { Head: "mwi", Metric: "o_f1", Threshold: 0.6 })];
        Assert.NotEmpty(atOneHalf);
        Assert.All(atOneHalf, record => Assert.Equal(1, record.Mean));
    }

    [Fact]
    public void Records_are_the_mean_of_the_cell_s_values()
    {
        using var runs = new RunFixture();

        RunOutcome outcome = runs.Run("a");

        string cell = Path.Combine(runs.Folder("a"), "cells", "shapes-single.random-vit-s0.3w1s4q.wi.json");
        JsonElement series = JsonDocument.Parse(File.ReadAllText(cell)).RootElement.GetProperty("series")[0];
        double[] values = [.. series.GetProperty("values").EnumerateArray().Select(value => value.GetDouble())];
        RunRecord record = outcome.Records[0];
        Assert.Equal(("accuracy", 12), (record.Metric, values.Length));
        Assert.Equal(values.Average(), record.Mean, 12);
        Assert.InRange(record.Mean, 0.4, 0.99);
    }

    [Fact]
    public void Draws_are_shared_by_all_methods_and_name_real_samples()
    {
        using var runs = new RunFixture();

        runs.Run("a", "protocol.episodes=2");

        string[] lines = File.ReadAllLines(Path.Combine(runs.Folder("a"), "draws", "shapes-multi-3w1s4q.csv"));
        Assert.Equal("episode,role,class,sample,positives", lines[0]);
        Assert.Equal(1 + (2 * 3 * (1 + 4)), lines.Length);
        Assert.Matches("^0,support,\"class,0[0-7]\",[0-7]/[0-9]+\\.png,[1-3]$", lines[1]);
        Assert.Equal(2 * 3, lines.Count(line => line.Contains(",support,", StringComparison.Ordinal)));
    }

    [Fact]
    public void Skipped_images_are_in_no_episode_and_are_listed_with_the_reason()
    {
        int[] skipped = [0, 1, 2, 30];
        using var runs = new RunFixture { Inputs = new FakeInputs { Skipped = skipped } };

        runs.Run("a", "images.on-error=skip", "protocol.episodes=60");

        string draws = File.ReadAllText(Path.Combine(runs.Folder("a"), "draws", "shapes-single-5w2s3q.csv"));
        foreach (string id in new[] { "0/0.png", "0/1.png", "0/2.png", "1/6.png" })
        {
            Assert.DoesNotContain($",{id}\n", draws, StringComparison.Ordinal);
        }

        Assert.Contains(",0/3.png\n", draws, StringComparison.Ordinal);
        JsonElement run = JsonDocument.Parse(File.ReadAllText(Path.Combine(runs.Folder("a"), "run.json"))).RootElement;
        JsonElement listed = run.GetProperty("invocations")[0].GetProperty("embeddings")[0].GetProperty("skipped");
        Assert.Equal(4, listed.GetArrayLength());
        Assert.Equal("0/0.png", listed[0].GetProperty("sample").GetString());
        Assert.Equal("truncated", listed[0].GetProperty("reason").GetString());
        Assert.Contains(
            runs.Observer.Warnings,
            warning => warning.Contains("4 of 192 images are skipped", StringComparison.Ordinal));
    }

    [Fact]
    public void Run_json_holds_machine_models_data_and_every_invocation()
    {
        using var runs = new RunFixture();

        runs.Run("a");
        runs.Run("a");

        JsonElement run = JsonDocument.Parse(File.ReadAllText(Path.Combine(runs.Folder("a"), "run.json"))).RootElement;
        Assert.Equal(2, run.GetProperty("invocations").GetArrayLength());
        JsonElement first = run.GetProperty("invocations")[0];
        Assert.Equal(RunFixture.Cells, first.GetProperty("computations").GetArrayLength());
        Assert.Equal(Environment.ProcessorCount, first.GetProperty("machine").GetProperty("cores").GetInt32());
        Assert.Equal(64, run.GetProperty("models")[0].GetProperty("weightsHash").GetString()?.Length);
        Assert.Equal(192, run.GetProperty("datasets")[0].GetProperty("samples").GetInt32());
    }
}
