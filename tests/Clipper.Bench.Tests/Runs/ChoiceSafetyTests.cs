using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Runs;

/// <summary>RELIABILITY S3: what is reported is chosen on validation episodes alone.</summary>
public sealed class ChoiceSafetyTests : IDisposable
{
    private static readonly string[] _single =
        ["datasets={ name: shapes, variant: single }", "protocol.settings=3w2s4q"];

    private readonly RunFixture _runs = new() { Inputs = new FakeInputs { ClassCount = 40 } };

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Choices_do_not_change_when_every_reported_sample_does()
    {
        _runs.Run("a", _single);
        string[] draws = File.ReadAllLines(Path.Combine(_runs.Folder("a"), "draws", "shapes-single-3w2s4q.csv"));
        HashSet<string> reported = [.. draws.Skip(1).Select(line => line.Split(',')[^1])];
        using var spoiled = new RunFixture
        {
            Inputs = new FakeInputs
            {
                ClassCount = 40,
                OnEmbedded = (subject, embeddings) => Overwrite(subject, embeddings, reported),
            },
        };

        spoiled.Run("b", _single);

        IReadOnlyList<Choice> choices = ReadCell(_runs.Folder("a")).Choices;
        Assert.NotEmpty(choices);
        Assert.All(choices, choice => Assert.Equal(ChoiceSource.OtherClasses, choice.Source));
        Assert.Equal(choices, ReadCell(spoiled.Folder("b")).Choices);
        Assert.NotEqual(
            ReadCell(_runs.Folder("a")).Series.Select(series => series.Values[0]),
            ReadCell(spoiled.Folder("b")).Series.Select(series => series.Values[0]));
    }

    [Fact]
    public void Validation_on_other_classes_shares_no_class_and_no_sample_with_what_is_reported()
    {
        _runs.Run("a", _single);

        (HashSet<string> classes, HashSet<string> samples) = Drawn("shapes-single-3w2s4q.csv");
        (HashSet<string> ownClasses, HashSet<string> ownSamples) = Drawn("shapes-single-3w2s4q.validation.csv");
        Assert.InRange(classes.Count, 3, 36);
        Assert.NotEmpty(ownClasses);
        Assert.Empty(ownClasses.Intersect(classes));
        Assert.Empty(ownSamples.Intersect(samples));
    }

    [Fact]
    public void Too_few_classes_are_validated_with_other_seeds_and_said_so()
    {
        using var few = new RunFixture { Inputs = new FakeInputs { ClassCount = 5 } };

        RunOutcome outcome = few.Run("a", _single);

        ReportedValue[] chosen = [.. outcome.Reported.Where(v => v.Record is { Method: "mwi", Metric: "o_f1" })];
        Assert.Equal(ChoiceSource.OtherSeeds, Assert.Single(chosen).ChosenOn);
        string summary = File.ReadAllText(Path.Combine(few.Folder("a"), "tables", "summary.md"));
        Assert.Contains("Chosen on other seeds", summary, StringComparison.Ordinal);
        string folder = Path.Combine(few.Folder("a"), "draws");
        Assert.NotEqual(
            File.ReadAllText(Path.Combine(folder, "shapes-single-3w2s4q.csv")),
            File.ReadAllText(Path.Combine(folder, "shapes-single-3w2s4q.validation.csv")));
    }

    // Every episode of these classes holds the same samples; only who is support differs.
    [Fact]
    public void Classes_without_an_image_to_spare_are_validated_with_other_seeds_too()
    {
        using var few = new RunFixture { Inputs = new FakeInputs { ClassCount = 3 } };

        RunOutcome outcome = few.Run("a", _single[0], "protocol.settings=3w4s20q");

        Assert.Equal(0, outcome.Failed);
        Assert.Contains(outcome.Reported, value => value.ChosenOn == ChoiceSource.OtherSeeds);
    }

    [Fact]
    public void Corrected_run_reports_no_oracle_and_paper_mode_reports_both()
    {
        RunOutcome corrected = _runs.Run("a", _single);
        RunOutcome paper = _runs.Run("b", [.. _single, "protocol.mode=paper", "protocol.quirks.thresholds=full"]);

        ReportedValue fair = Assert.Single(MicroF1(corrected));
        ReportedValue[] both = [.. MicroF1(paper)];
        Assert.Equal([ChoiceSource.OtherClasses, ChoiceSource.Queries], both.Select(value => value.ChosenOn));
        Assert.Equal([false, true], both.Select(value => value.IsHeadline));
        Assert.True(fair.IsHeadline);
        Assert.True(both[1].Record.Mean >= both[0].Record.Mean);
        double best = paper.Records.Where(r => r is { Method: "mwi", Metric: "o_f1" }).Max(r => r.Mean);
        Assert.Equal(best, both[1].Record.Mean);
    }

    [Fact]
    public void Without_validation_episodes_nothing_is_chosen_and_the_cell_is_blank()
    {
        RunOutcome outcome = _runs.Run("a", [.. _single, "protocol.validation-episodes=0"]);

        Assert.Empty(MicroF1(outcome));
        Assert.Contains(outcome.Records, record => record is { Method: "mwi", Metric: "o_f1", Threshold: 0.5 });
        Assert.False(File.Exists(Path.Combine(_runs.Folder("a"), "draws", "shapes-single-3w2s4q.validation.csv")));
    }

    [Fact]
    public void A_choice_that_touched_the_reported_queries_enters_no_table_of_a_corrected_run()
    {
        Experiment experiment = _runs.Experiment(_single);
        using RunPlan plan = RunPlan.Make(experiment, _runs.Inputs, _ => { });
        Cell cell = plan.Cells[1];
        var series = new MetricSeries("o_f1", Condition.None, 0.5, null, [0.7]);
        var tainted = new CellResult(
            "hash", null, [new Choice("o_f1", ChoiceSource.Queries, Condition.None, 0.5, null, 0.7)], [series]);

        var error = Assert.Throws<InvalidOperationException>(
            () => ReportedValues.Of(cell, tainted).ToList());

        Assert.Contains("chosen on the reported queries", error.Message, StringComparison.Ordinal);
    }

    private static IEnumerable<ReportedValue> MicroF1(RunOutcome outcome) =>
        outcome.Reported.Where(value => value.Record is { Method: "mwi", Metric: "o_f1" });

    private static void Overwrite(Subject subject, FakeEmbeddings embeddings, HashSet<string> samples)
    {
        for (int i = 0; i < subject.Dataset.Samples.Count; i++)
        {
            if (samples.Contains(subject.Dataset.Samples[i].Id))
            {
                embeddings.Overwrite(i, i % 7);
            }
        }
    }

    private static CellResult ReadCell(string folder) => CellFile.Read(
        Directory.EnumerateFiles(Path.Combine(folder, "cells"), "*.mwi.json").Single()).Result;

    private (HashSet<string> Classes, HashSet<string> Samples) Drawn(string file)
    {
        string[][] rows =
        [
            .. File.ReadAllLines(Path.Combine(_runs.Folder("a"), "draws", file)).Skip(1)
                .Select(line => line.Replace("\"class,", "\"class", StringComparison.Ordinal).Split(',')),
        ];
        return ([.. rows.Select(row => row[2])], [.. rows.Select(row => row[3])]);
    }
}
