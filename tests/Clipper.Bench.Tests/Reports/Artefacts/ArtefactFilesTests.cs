using System.Globalization;
using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Runs;

namespace Clipper.Bench.Tests.Reports.Artefacts;

public sealed class ArtefactFilesTests : IDisposable
{
    private static readonly string[] _small =
    [
        "protocol.settings=5w5s4q", "metrics=[accuracy, top1_accuracy, c_accuracy, o_f1, map]", "protocol.episodes=4",
        "protocol.validation-episodes=3",
    ];

    private readonly RunFixture _runs = new();

    public void Dispose() => _runs.Dispose();

    [Fact]
    public void Table_has_the_papers_rows_and_a_column_a_data_set()
    {
        string folder = Run(
            "artefacts=[table-2]",
            "methods=[mwi, mwi: { label: best, train: { epochs: [0, 2] }, augment: { kind: trivial, copies: 10 } }]");

        string[] lines = Lines(folder, "table-2.csv");
        Assert.Equal("method and metric,shapes single,shapes multi", lines[0]);
        Assert.Equal(
            [
                "SOTA (Acc)", "CLIP Lin (Acc)", "MWI (Acc)", "MWI (F1)", "+T+A (F1)", "+T+A (Class Acc)",
                "+T+A (Top-1/mAP)",
            ],
            lines[1..].Select(line => line.Split(',')[0]));
        Assert.Equal("CLIP Lin (Acc),,", lines[2]);
        Assert.All(lines[3..], line => Assert.DoesNotContain(string.Empty, line.Split(',')));

        string values = File.ReadAllText(Path.Combine(folder, "artefacts", "table-2.values.csv"));
        Assert.Contains("MWI (Acc),shapes multi,", values, StringComparison.Ordinal);
        Assert.Contains(",c_accuracy,mwi,", values, StringComparison.Ordinal);
        Assert.Contains(
            "CLIP Lin (Acc),shapes single,,,,,,,,,no method of the experiment", values, StringComparison.Ordinal);
        Assert.Contains("no label (class accuracy floor)", values, StringComparison.Ordinal);
    }

    [Fact]
    public void Value_is_the_one_that_tables_report()
    {
        string folder = Run("artefacts=[figure-4.2]", "methods=[mwi]");

        ReportedValue reported = RunResults.Read(folder).Reported.Single(value =>
            value.IsHeadline && value.Record is { Variant: "multi", Metric: "o_f1" });
        Assert.Equal($"SIG F1,{reported.Record.Mean:R}", Lines(folder, "figure-4.2.csv")[1]);
    }

    [Fact]
    public void Figure_of_backbones_lists_those_that_are_not_loaded_and_adds_the_runs_own()
    {
        string folder = Run("artefacts=[figure-2.1]", "methods=[wi]");

        string[] lines = Lines(folder, "figure-2.1.csv");
        Assert.Equal(
            "data set,CLIP,SimCLR,MoCo,PCL,SwAV,Resnet50,VGG16,Inception V3,random-vit-s0", lines[0]);
        Assert.StartsWith("shapes single,,,,,,,,,0.", lines[1], StringComparison.Ordinal);
        string notes = File.ReadAllText(Path.Combine(folder, "artefacts", "figure-2.1.md"));
        Assert.Contains("Resnet50, VGG16, Inception V3: not loaded", notes, StringComparison.Ordinal);
        Assert.Contains("CLIP: no model of the run is this backbone", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void Floors_of_a_stream_are_those_of_its_steps()
    {
        string folder = Run(
            "artefacts=[figure-7.1]", "protocol.kind=continual",
            "methods=[mwi, constant: { label: all, predict: all }, constant: { label: none, predict: none }]");

        string[] values = Lines(folder, "figure-7.1.values.csv");
        Assert.All(Enumerable.Range(1, 5), k =>
        {
            string start = $"\"all labels, {k} learnt (floor)\",";
            string line = Assert.Single(values, line => line.StartsWith(start, StringComparison.Ordinal));
            double floor = double.Parse(line.Split(',')[3], CultureInfo.InvariantCulture);
            Assert.Equal(2.0 / (k + 1), floor, 1e-12);
        });
        string notes = File.ReadAllText(Path.Combine(folder, "artefacts", "figure-7.1.md"));
        Assert.Contains("2/(k + 1)", notes, StringComparison.Ordinal);
    }

    [Fact]
    public void Experiment_on_data_that_the_paper_has_elsewhere_alone_shows_them()
    {
        string folder = Run("artefacts=[figure-4.1]", "datasets=[colorectal-histology]", "methods=[mwi]");

        Assert.Equal("method and metric,CRC", Lines(folder, "figure-4.1.csv")[0]);
    }

    [Fact]
    public void Best_threshold_by_epochs_is_chosen_for_each_number_of_epochs_on_validation()
    {
        string folder = Run("artefacts=[figure-8.1]", "methods={ mwi: { label: t, train: { epochs: [0, 5, 10] } } }");

        string[] lines = Lines(folder, "figure-8.1.csv");
        Assert.Equal("training epochs,shapes single,shapes multi", lines[0]);
        Assert.Equal(17, lines.Length - 1);
        Assert.All(lines[1..4], line => Assert.Matches(@"^(0|5|10),0\.\d+,0\.\d+$", line));
        Assert.Equal("15,,", lines[4]);
        Assert.All(RunResults.Read(folder).Conditions, value => Assert.NotEqual(ChoiceSource.Queries, value.ChosenOn));
    }

    [Fact]
    public void Intervals_are_explained_only_where_there_are_some()
    {
        string folder = Run(
            "artefacts=[figure-8.1, figure-4.1]", "methods=[wi, mwi, mwi: { label: t, train: { epochs: [0, 5] } }]");

        string thresholds = File.ReadAllText(Path.Combine(folder, "artefacts", "figure-8.1.md"));
        string values = File.ReadAllText(Path.Combine(folder, "artefacts", "figure-4.1.md"));
        string page = File.ReadAllText(Path.Combine(folder, "report.html"));

        Assert.DoesNotContain("±", thresholds, StringComparison.Ordinal);
        Assert.Contains("± is the half width", values, StringComparison.Ordinal);
        Assert.Matches("Figure 8.1.*\n<figcaption>n = [0-9]+ episodes. Chosen", page);
        Assert.Matches("Figure 4.1.*\n<figcaption>n = [0-9]+ episodes; error bars", page);
    }

    [Fact]
    public void Notes_say_how_many_episodes_and_that_the_state_of_the_art_is_not_ours()
    {
        string folder = Run(
            "artefacts=[table-2]", "datasets=[{ name: shapes, variant: single }, omniglot]", "methods=[mwi]");
        string place = Path.Combine(folder, "artefacts");

        foreach (string file in (string[])["artefacts/table-2.md", "artefacts/table-2.tex", "report.html"])
        {
            string text = File.ReadAllText(Path.Combine(folder, file));
            Assert.Contains("± is the half width of the 95 % t-interval over episodes; n = 4 episodes.", text,
                StringComparison.Ordinal);
            Assert.Contains("SOTA (Acc): numbers of other works, as the paper has them; not ours", text,
                StringComparison.Ordinal);
        }

        Assert.DoesNotContain(
            "other works", File.ReadAllText(Path.Combine(place, "table-2.beside.md")), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(new int[0], new string[0])]
    [InlineData(new[] { 1, 1 }, new[] { "n = 1 episode; a value of one episode has no interval." })]
    [InlineData(new[] { 20, 18 }, new[] { "n = 18 to 20 episodes; the values file has each." })]
    public void Notes_without_intervals_say_how_many_episodes_too(int[] counts, string[] notes) =>
        Assert.Equal(notes, TableNotes.OfEpisodes([[new TableCell("0.5000", 0.5)]], counts));

    [Fact]
    public void Gap_of_a_metric_says_whether_it_was_not_asked_for_or_is_not_defined()
    {
        string[] probe = ["artefacts=[table-2]", "methods=[linear-probe: { solver: adam }]"];

        string undefined = File.ReadAllText(Path.Combine(Run(probe), "artefacts", "table-2.md"));
        string folder = _runs.Run("b", [_small[0], "metrics=[o_f1]", .. _small[2..], .. probe]).Folder;
        RunReport.Write(folder, _ => { });
        string unasked = File.ReadAllText(Path.Combine(folder, "artefacts", "table-2.md"));

        Assert.Contains("– shapes multi (CLIP Lin (Acc)): top1_accuracy is not defined for several labels an image.",
            undefined, StringComparison.Ordinal);
        Assert.Contains("top1_accuracy is not among the metrics of the experiment.", unasked, StringComparison.Ordinal);
    }

    [Fact]
    public void Figure_of_backbones_has_one_floor_for_all_of_them()
    {
        string folder = Run(
            "artefacts=[figure-2.1]",
            "methods=[wi, constant: { label: all, predict: all }, constant: { label: none, predict: none }]");
        string place = Path.Combine(folder, "artefacts");

        string captions = File.ReadAllText(Path.Combine(place, "captions.txt"));
        Assert.Contains("×: the better of two constant guesses there", captions, StringComparison.Ordinal);
        string svg = File.ReadAllText(Path.Combine(place, "figure-2.1.svg"));
        Assert.Contains("constant guess (floor)", svg, StringComparison.Ordinal);
        Assert.DoesNotContain("all labels (floor)", svg, StringComparison.Ordinal);
    }

    [Fact]
    public void Latex_and_markdown_stand_beside_and_a_second_report_has_the_same_bytes()
    {
        string folder = Run("artefacts=[figure-4.1]", "methods=[wi, mwi]");
        string place = Path.Combine(folder, "artefacts");
        var before = Directory.EnumerateFiles(place).Order(StringComparer.Ordinal)
            .ToDictionary(file => file, File.ReadAllBytes);

        RunReport.Write(folder, _ => { });

        Assert.All(before, pair => Assert.Equal(pair.Value, File.ReadAllBytes(pair.Key)));
        Assert.Equal(
            [
                "captions.txt", "figure-4.1.beside.md", "figure-4.1.beside.tex", "figure-4.1.csv", "figure-4.1.md",
                "figure-4.1.png", "figure-4.1.svg", "figure-4.1.tex", "figure-4.1.values.csv",
            ],
            before.Keys.Select(Path.GetFileName));
    }

    private string Run(params string[] overrides)
    {
        string folder = _runs.Run("a", [.. _small, .. overrides]).Folder;
        RunReport.Write(folder, _ => { });
        return folder;
    }

    private static string[] Lines(string folder, string name) =>
        File.ReadAllText(Path.Combine(folder, "artefacts", name)).TrimEnd('\n').Split('\n');
}
