using System.Text.Json;
using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Tests.Runs;

/// <summary>RELIABILITY W1: a failing cell is recorded, the others go on.</summary>
public sealed class RunFailureTests
{
    // A NaN in the multi-label embeddings alone: half of the cells fail.
    private static FakeInputs Spoilt => new()
    {
        OnEmbedded = (subject, embeddings) =>
        {
            for (int i = 0; subject.Dataset.IsMultiLabel && i < subject.Dataset.Samples.Count; i++)
            {
                embeddings.Spoil(i);
            }
        },
    };

    [Fact]
    public void Run_records_a_failing_cell_with_a_command_and_finishes_the_others()
    {
        using var runs = new RunFixture { Inputs = Spoilt };

        RunOutcome outcome = runs.Run(new RunOptions(runs.Folder("a"), Jobs: 2), "protocol.episodes=3");

        Assert.Equal((6, 6), (outcome.Computed, outcome.Failed));
        Assert.Equal(6, runs.Observer.Failed.Count);
        string file = Path.Combine(runs.Folder("a"), "cells", "shapes-multi.random-vit-s0.3w1s4q.wi.failed.json");
        JsonElement failure = JsonDocument.Parse(File.ReadAllText(file)).RootElement;
        Assert.Equal("Clipper.Core.LinearAlgebra.NonFiniteException", failure.GetProperty("type").GetString());
        Assert.Contains("NaN", failure.GetProperty("message").GetString(), StringComparison.Ordinal);
        Assert.Contains("   at ", failure.GetProperty("stack").GetString(), StringComparison.Ordinal);
        Assert.Equal(0, failure.GetProperty("seed").GetInt32());
        Assert.Matches(
            "^clipper run .*t.yaml --set protocol.episodes=3 --out .*/results/a --shard 7/12$",
            failure.GetProperty("reproduce").GetString());
    }

    [Fact]
    public void Run_after_the_cause_is_mended_leaves_no_trace_of_the_failure()
    {
        using var whole = new RunFixture();
        using var spoilt = new RunFixture { Inputs = Spoilt };
        whole.Run("a");
        spoilt.Run(new RunOptions(whole.Folder("b")));

        RunOutcome again = whole.Run("b");

        Assert.Equal((6, 6, 0), (again.Computed, again.Reused, again.Failed));
        Assert.Equal(whole.Files("a"), whole.Files("b"));
    }

    [Fact]
    public void Reproducing_command_names_a_shard_of_that_cell_alone()
    {
        using var runs = new RunFixture { Inputs = Spoilt };
        runs.Run("a");

        using var alone = new RunFixture();
        alone.Run(new RunOptions(alone.Folder("b"), ShardIndex: 7, ShardCount: 12));

        Assert.Equal(["shapes-multi.random-vit-s0.3w1s4q.wi"], alone.Observer.Finished);
    }

    [Fact]
    public void Run_with_stop_on_error_starts_no_cell_after_the_first_failure()
    {
        using var runs = new RunFixture { Inputs = Spoilt };

        RunOutcome outcome = runs.Run(new RunOptions(runs.Folder("a"), StopOnError: true));

        Assert.Equal((6, 1), (outcome.Computed, outcome.Failed));
    }

    [Fact]
    public void Run_without_a_single_result_ends_with_the_user_s_error()
    {
        using var runs = new RunFixture
        {
            Inputs = new FakeInputs { OnEmbed = _ => throw new DataFileException("a.png", "is truncated") },
        };

        var error = Assert.Throws<DataFileException>(() => runs.Run("a"));

        Assert.Equal("a.png: is truncated", error.Message);
        Assert.Equal(RunFixture.Cells, runs.Observer.Failed.Count);
    }

    [Fact]
    public void Run_with_a_data_set_that_cannot_be_embedded_finishes_the_others()
    {
        using var runs = new RunFixture
        {
            Inputs = new FakeInputs
            {
                OnEmbed = subject =>
                {
                    if (!subject.Dataset.IsMultiLabel)
                    {
                        throw new DataFileException("a.png", "is truncated");
                    }
                },
            },
        };

        RunOutcome outcome = runs.Run("a");

        Assert.Equal((6, 6), (outcome.Computed, outcome.Failed));
    }

    [Fact]
    public void Run_with_too_few_classes_says_so_for_every_setting_before_any_work()
    {
        using var runs = new RunFixture { Inputs = new FakeInputs { ClassCount = 4 } };

        var error = Assert.Throws<UsageException>(() => runs.Run("a", "protocol.settings=[5w2s3q, 3w20s13q]"));

        Assert.Equal(4, error.Message.Split('\n').Length);
        Assert.StartsWith("shapes single 5w2s3q: 5 ways need 5 classes", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, runs.Inputs.EmbedCalls);
        Assert.False(Directory.Exists(runs.Folder("a")));
    }

    [Theory]
    [InlineData(0, 1, 1)]
    [InlineData(1, 0, 1)]
    [InlineData(1, 3, 2)]
    public void Run_refuses_options_out_of_range(int jobs, int shard, int shards)
    {
        using var runs = new RunFixture();

        Assert.Throws<UsageException>(() =>
            runs.Run(new RunOptions(runs.Folder("a"), Jobs: jobs, ShardIndex: shard, ShardCount: shards)));
    }
}
