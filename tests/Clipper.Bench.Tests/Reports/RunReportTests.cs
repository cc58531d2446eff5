using Clipper.Bench.Reports;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Runs;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports;

public sealed class RunReportTests
{
    private static readonly string[] _oneCell =
        ["datasets={ name: shapes, variant: single }", "protocol.settings=3w1s4q", "methods=[wi]"];

    private const string Streams =
        "protocol={ kind: continual, ways: 4, shots: 2, queries: 3, episodes: 6, validation-episodes: 4 }";

    [Fact]
    public void Run_leaves_a_page_with_its_plots_and_a_second_one_has_the_same_bytes()
    {
        using var runs = new RunFixture { WithReport = true };

        runs.Run("a", _oneCell);
        runs.Run("b", _oneCell);

        var first = runs.Files("a");
        Assert.Equal(first, runs.Files("b"));
        Assert.Contains("report.html", first.Keys);
        Assert.Equal(
            [
                "plots/captions.txt",
                "plots/shapes-single.random-vit-s0.accuracy-by-setting.csv",
                "plots/shapes-single.random-vit-s0.accuracy-by-setting.png",
                "plots/shapes-single.random-vit-s0.accuracy-by-setting.svg",
                "plots/shapes-single.random-vit-s0.map-by-setting.csv",
                "plots/shapes-single.random-vit-s0.map-by-setting.png",
                "plots/shapes-single.random-vit-s0.map-by-setting.svg",
                "plots/shapes-single.random-vit-s0.o_f1-by-setting.csv",
                "plots/shapes-single.random-vit-s0.o_f1-by-setting.png",
                "plots/shapes-single.random-vit-s0.o_f1-by-setting.svg",
            ],
            first.Keys.Where(name => name.StartsWith("plots", StringComparison.Ordinal)));
        string page = File.ReadAllText(Path.Combine(runs.Folder("a"), "report.html"));
        Assert.Contains("has random weights", page, StringComparison.Ordinal);
        Assert.Contains("data:image/svg+xml;base64,", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Report_made_again_from_the_folder_alone_has_the_same_bytes()
    {
        using var runs = new RunFixture { WithReport = true };
        runs.Run("a", _oneCell);
        var before = runs.Files("a");
        File.Delete(Path.Combine(runs.Folder("a"), "report.html"));
        Directory.Delete(Path.Combine(runs.Folder("a"), "plots"), recursive: true);
        Directory.Delete(Path.Combine(runs.Folder("a"), "tables"), recursive: true);

        RunReport.Write(runs.Folder("a"), warning => Assert.Fail(warning));

        Assert.Equal(before, runs.Files("a"));
    }

    [Fact]
    public void Failed_cell_is_in_the_page_with_its_command()
    {
        using var runs = new RunFixture { WithReport = true };
        RunOutcome outcome = runs.Run("a", _oneCell);
        var failure = CellFailure.Of("lost", new InvalidOperationException("no <luck>"), 0, "clipper run x.yaml");
        failure.Write(Path.Combine(runs.Folder("a"), "cells", "lost.failed.json"));
        var shortage = CellFailure.Of("short", new UsageException("Ask for fewer."), 0, "clipper run y.yaml");
        shortage.Write(Path.Combine(runs.Folder("a"), "cells", "short.failed.json"));

        RunReport.Write(runs.Folder("a"), _ => { });

        string page = File.ReadAllText(outcome.Report);
        Assert.Contains("Failed cells (2)", page, StringComparison.Ordinal);
        Assert.Contains("<p>Ask for fewer.</p>", page, StringComparison.Ordinal);
        Assert.Contains("InvalidOperationException: no &lt;luck&gt;", page, StringComparison.Ordinal);
        Assert.Contains("clipper run x.yaml", page, StringComparison.Ordinal);
    }

    [Fact]
    public void Runs_are_merged_into_one_page_and_what_they_share_is_told_apart()
    {
        using var runs = new RunFixture();
        runs.Run("a", _oneCell);
        runs.Run("b", [.. _oneCell, "name=other"]);

        string page = RunReport.Merge([runs.Folder("a"), runs.Folder("b")], runs.Folder("both"), _ => { });

        string html = File.ReadAllText(page);
        Assert.Contains("<h1>t &#x2B; other</h1>", html, StringComparison.Ordinal);
        Assert.Contains("wi [t]", html, StringComparison.Ordinal);
        Assert.Contains("wi [other]", html, StringComparison.Ordinal);
        string[] summary = File.ReadAllLines(Path.Combine(runs.Folder("both"), "tables", "summary.csv"));
        Assert.Equal(3, summary.Length);
        Assert.True(File.Exists(Path.Combine(runs.Folder("both"), "tables", "paired.csv")));
        Assert.Contains("<caption>Confusion: shapes single · random-vit-s0 · 3w1s4q · wi [other]", html,
            StringComparison.Ordinal);
        foreach (string table in new[] { "confusion", "classes", "errors" })
        {
            string[] Lines(string run) =>
                [.. File.ReadLines(Path.Combine(runs.Folder(run), "tables", $"{table}.csv")).Skip(1)];
            Assert.Contains($"<table class=\"data\" id=\"{table}\">", html, StringComparison.Ordinal);
            Assert.Equal(
                [
                    .. Lines("a").Select(line => line.Replace(",wi,", ",wi [t],", StringComparison.Ordinal)),
                    .. Lines("b").Select(line => line.Replace(",wi,", ",wi [other],", StringComparison.Ordinal)),
                ],
                Lines("both"));
        }
    }

    [Fact]
    public void Merged_report_does_not_replace_the_records_of_a_run()
    {
        using var runs = new RunFixture();
        runs.Run("a", _oneCell);
        runs.Run("b", [.. _oneCell, "name=other"]);
        var before = runs.Files("a");

        var error = Assert.Throws<UsageException>(
            () => RunReport.Merge([runs.Folder("a"), runs.Folder("b")], runs.Folder("a"), _ => { }));

        Assert.Contains("holds a run", error.Message, StringComparison.Ordinal);
        Assert.Equal(before, runs.Files("a"));
    }

    [Fact]
    public void Same_folder_twice_is_refused_however_it_is_written()
    {
        using var runs = new RunFixture();
        string folder = runs.Run("a", _oneCell).Folder;

        var error = Assert.Throws<UsageException>(() => RunReport.Merge(
            [folder, Path.Combine(folder, "tables", "..") + "/"], runs.Folder("both"), _ => { }));

        Assert.Contains("are the same folder; give every run once", error.Message, StringComparison.Ordinal);
        Assert.False(Directory.Exists(runs.Folder("both")));
    }

    [Fact]
    public void Page_of_streams_tells_the_best_method_and_what_was_forgotten_and_wrong()
    {
        using var runs = new RunFixture();
        string page = RunReport.Write(runs.Run("a", _oneCell[0], Streams).Folder, _ => { });

        string html = File.ReadAllText(page);
        Assert.Contains("class=\"verdict\">Best, or not significantly behind", html, StringComparison.Ordinal);
        Assert.Contains("<caption>What is forgotten, class by class: ", html, StringComparison.Ordinal);
        Assert.Contains("<caption>Every task after every step: ", html, StringComparison.Ordinal);
        Assert.Contains("<caption><span>The samples that were wrong most often<", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Page_of_a_large_sweep_stays_below_5_MB_and_names_the_files_that_have_the_rest()
    {
        using var runs = new RunFixture();
        string methods = string.Join(
            ", ", Enumerable.Range(0, 13).Select(i => $"wi: {{ label: \"wi number {i}\" }}"));
        RunOutcome outcome = runs.Run(
            "a", $"methods=[{methods}]",
            "protocol={ ways: [2, 3, 4, 5, 6], shots: [1, 2, 3, 4], queries: 2, episodes: 2 }");

        string page = RunReport.Write(outcome.Folder, _ => { });

        Assert.Equal(520, outcome.Computed);
        Assert.InRange(new FileInfo(page).Length, 500_000, 5_000_000);
        string html = File.ReadAllText(page);
        Assert.Contains("<p class=\"summary\">13 methods (wi number 0, ", html, StringComparison.Ordinal);
        Assert.Contains("The 12 of 13 curves with the highest means; records.csv has all.", html,
            StringComparison.Ordinal);
        Assert.Contains("The first 60 of 260 cells, so that the page stays small.", html, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_without_a_run_is_refused()
    {
        using var folder = new TemporaryFolder();

        var error = Assert.Throws<DataFileException>(() => RunReport.Write(folder.Path, _ => { }));

        Assert.Contains("holds no records.csv; expected the results folder", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("records.csv", "run,dataset\nx,y\n")]
    [InlineData("run.json", "{")]
    public void Damaged_file_is_named(string name, string content)
    {
        using var runs = new RunFixture();
        runs.Run("a", _oneCell);
        File.WriteAllText(Path.Combine(runs.Folder("a"), name), content);

        var error = Assert.Throws<DataFileException>(() => RunReport.Write(runs.Folder("a"), _ => { }));

        Assert.Contains(name, error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Records_read_back_are_those_that_were_written()
    {
        using var folder = new TemporaryFolder();
        RunRecord[] records =
        [
            ReportRecords.Of("a \"b\", c", "o_f1", 1.0 / 3) with { Threshold = 0.1 + 0.2, Step = 2, Head = "mwi" },
            ReportRecords.Of("wi", "map", 0.5) with { Ci95 = null, Std = null, N = 1, Variant = "" },
        ];

        RecordsFile.Write(folder.Combine("r.csv"), records);

        Assert.Equal(records, RecordsFile.Read(folder.Combine("r.csv")));
    }

    [Fact]
    public void Reported_values_read_back_are_those_that_were_written()
    {
        using var folder = new TemporaryFolder();
        RunRecord record = ReportRecords.Of("a \"b\", c", "o_f1", 1.0 / 3) with { Threshold = 0.1 + 0.2, Head = "mwi" };
        ReportedValue[] values =
        [
            .. Enum.GetValues<ChoiceSource>().Select(source => ReportRecords.Reported(record, source)),
            .. Enum.GetValues<ChoiceScope>().Select(scope =>
                ReportRecords.Reported(record with { Step = 2 }) with { Scope = scope }),
            ReportRecords.Reported(record, isHeadline: false) with { Candidate = "c=0.1 k=\"3\"", Cell = "x.y" },
        ];

        ReportedFile.Write(folder.Combine("r.csv"), values);

        Assert.Equal(values, ReportedFile.Read(folder.Combine("r.csv")));
        string head = File.ReadLines(folder.Combine("r.csv")).First();
        Assert.EndsWith(
            ",mean,ci95,std,n,mode,chosen_on,chosen_for,candidate,headline,cell", head, StringComparison.Ordinal);
    }
}
