using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Continual streams through the engine, on made-up embeddings of eight classes.</summary>
public sealed class StreamRunTests : IDisposable
{
    private const string Stream =
        "protocol={ kind: continual, ways: 4, shots: 2, queries: 3, episodes: 6, validation-episodes: 4 }";

    private const string Datasets = "datasets=[{ name: shapes, variant: single }]";

    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Every_step_has_every_metric_and_the_stream_its_figures()
    {
        RunOutcome outcome = _runs.Run(
            "a", Stream, "methods=[wi, mwi, ncm, ridge, linear-probe, zero-shot, tip-adapter, chance, constant]");

        Assert.Equal(0, outcome.Failed);
        foreach (var cell in outcome.Records.GroupBy(r => (r.Variant, r.Method)))
        {
            string[] metrics = cell.Key.Variant == "single"
                ? ["accuracy", "map", "o_f1", "hamming"]
                : ["map", "o_f1", "hamming"];
            Assert.All(metrics, metric => Assert.Equal(
                [1, 2, 3, 4], cell.Where(r => r.Metric == metric).Select(r => r.Step).Distinct().Order()));
            Assert.Single(cell, record => record is { Metric: "final_average", Step: null, N: 6 });
            Assert.Single(cell, record => record is { Metric: "forgetting", Step: null, N: 6 });
        }
    }

    [Fact]
    public void Last_step_of_untrained_imprinting_is_the_few_shot_result_of_the_same_draws()
    {
        RunOutcome stream = _runs.Run("a", Stream, "methods=[wi]", Datasets);
        RunOutcome whole = _runs.Run(
            "b", "protocol={ ways: 4, shots: 2, queries: 3, episodes: 6 }", "methods=[wi]", Datasets);

        foreach (string metric in new[] { "accuracy", "map", "o_f1", "hamming" })
        {
            double expected = Assert.Single(whole.Records, r => r.Metric == metric).Mean;
            Assert.Equal(expected, Assert.Single(stream.Records, r => r.Metric == metric && r.Step == 4).Mean, 6);
        }
    }

    [Fact]
    public void Always_answering_nothing_is_right_for_every_class_to_come_in_paper_mode()
    {
        RunOutcome outcome = _runs.Run(
            "a", Stream, "protocol.mode=paper", Datasets, "methods=[constant: { predict: none }]");

        Assert.Equal(
            [(1, 0.75), (2, 0.5), (3, 0.25), (4, 0.0)],
            outcome.Records.Where(r => r.Metric == "o_f1").Select(r => (r.Step ?? 0, Math.Round(r.Mean, 12))));
    }

    [Fact]
    public void Unseen_labels_that_the_reference_passes_over_keep_a_query_from_being_answered_with_nothing()
    {
        string[] paper =
        [
            Stream, "protocol.mode=paper", "datasets=[{ name: shapes, variant: multi }]",
            "methods=[constant: { predict: none }]", "metrics=[subset_accuracy]",
        ];
        RunOutcome inPlace = _runs.Run("a", paper);
        RunOutcome filtered = _runs.Run("b", [.. paper, "protocol.quirks.labels=filtered"]);

        double First(RunOutcome outcome) =>
            outcome.Records.First(r => r is { Metric: "subset_accuracy", Step: 1 }).Mean;
        Assert.True(First(inPlace) < First(filtered), $"{First(inPlace)} {First(filtered)}");
    }

    [Fact]
    public void Trained_streams_differ_by_what_they_are_trained_on_and_untrained_ones_do_not()
    {
        RunOutcome outcome = _runs.Run(
            "a", Stream, Datasets,
            "methods=[mwi: { label: seen, train: { epochs: [0, 5] } }, "
            + "mwi: { label: new, train: { epochs: [0, 5], samples: new } }]",
            "metrics=[map]");

        double Map(string method, int epochs) =>
            outcome.Records.Single(
                r => r is { Metric: "map", Step: 4 } && r.Method == method && r.Epochs == epochs).Mean;
        Assert.Equal(Map("seen", 0), Map("new", 0));
        Assert.NotEqual(Map("seen", 5), Map("new", 5));
        Assert.NotEqual(Map("seen", 0), Map("seen", 5));
    }

    [Fact]
    public void Corrected_mode_stands_by_one_threshold_for_all_steps_chosen_on_validation()
    {
        RunOutcome outcome = _runs.Run("a", Stream, Datasets, "methods=[mwi]", "metrics=[o_f1]");

        ReportedValue[] values = [.. outcome.Reported.Where(value => value.Record.Metric == "o_f1")];
        Assert.Equal(4, values.Count(value => value.Scope == ChoiceScope.Step && !value.IsHeadline));
        ReportedValue[] headline = [.. values.Where(value => value.IsHeadline)];
        Assert.Equal([1, 2, 3, 4], headline.Select(value => value.Record.Step));
        Assert.Single(headline.Select(value => value.Record.Threshold).Distinct());
        Assert.All(headline, value => Assert.Equal(ChoiceScope.Stream, value.Scope));
    }

    [Fact]
    public void Paper_mode_stands_by_the_best_threshold_of_every_step_on_the_queries()
    {
        RunOutcome outcome = _runs.Run(
            "a", Stream, "protocol.mode=paper", Datasets, "methods=[mwi]", "metrics=[o_f1]");

        ReportedValue[] headline = [.. outcome.Reported.Where(v => v.IsHeadline && v.Record.Metric == "o_f1")];
        Assert.All(headline, value => Assert.Equal(
            (ChoiceSource.Queries, ChoiceScope.Step), (value.ChosenOn, value.Scope)));
        foreach (ReportedValue value in headline)
        {
            double best = outcome.Records.Where(r => r.Metric == "o_f1" && r.Step == value.Record.Step)
                .Max(record => record.Mean);
            Assert.Equal(best, value.Record.Mean);
        }
    }

    [Fact]
    public void All_classes_of_a_data_set_come_in_tasks_of_k()
    {
        RunOutcome outcome = _runs.Run(
            "a",
            "protocol={ kind: continual, classes-per-task: 3, ways: all, shots: 2, queries: 3, episodes: 3 }",
            "methods=[wi]");

        Assert.Equal(0, outcome.Failed);
        Assert.All(outcome.Records, record => Assert.Equal(8, record.Ways));
        Assert.Equal([null, 1, 2, 3], outcome.Records.Select(record => record.Step).Distinct().Order());
    }

    [Fact]
    public void Zero_shot_knows_classes_before_they_come_and_imprinting_does_not()
    {
        RunOutcome outcome = _runs.Run("a", Stream, Datasets, "methods=[zero-shot, wi]");

        double Forward(string method) =>
            Assert.Single(outcome.Records, r => r.Metric == "forward_transfer" && r.Method == method).Mean;
        Assert.Equal(0, Forward("wi"));
        Assert.True(Forward("zero-shot") > 0.3);
    }

    [Fact]
    public void Tables_have_every_task_and_class_by_step_and_draws_the_step_of_each_class()
    {
        _runs.Run("a", Stream, Datasets, "methods=[wi]");

        string folder = _runs.Folder("a");
        string[] tasks = File.ReadAllLines(Path.Combine(folder, "tables", "tasks.csv"));
        Assert.Equal(1 + 4 + 3 + 2 + 1, tasks.Length);
        string[] classes = File.ReadAllLines(Path.Combine(folder, "tables", "forgetting.csv"));
        Assert.EndsWith(",class,forgetting,step,mean,n", classes[0], StringComparison.Ordinal);
        string[] draws = File.ReadAllLines(Directory.GetFiles(Path.Combine(folder, "draws"))[0]);
        Assert.Equal("episode,role,class,sample,step", draws[0]);
        Assert.Equal(["1", "1", "2", "2"], draws.Skip(1).Take(4).Select(line => line.Split(',')[^1]));
    }

    [Fact]
    public void Streams_from_given_draws_are_the_same_and_so_are_those_of_other_jobs_and_threads()
    {
        string[] methods = ["methods=[mwi: { train: { epochs: [0, 2] } }, ridge]"];
        _runs.Run("a", [Stream, .. methods]);
        _runs.Run(
            new RunOptions(_runs.Folder("b"), Jobs: 3, Threads: 4), [Stream, .. methods]);
        RunOutcome given = _runs.Run(
            "c", [Stream, .. methods, $"protocol.draws={Path.Combine(_runs.Folder("a"), "draws")}"]);

        Assert.Equal(_runs.Files("a"), _runs.Files("b"));
        Assert.Equal(_runs.Files("a")["records.csv"], _runs.Files("c")["records.csv"]);
        Assert.Contains(given.Notes, note => note.Contains("given, not drawn", StringComparison.Ordinal));
        Assert.Equal(given.Computed, _runs.Run("a", [Stream, .. methods]).Reused);
    }
}
