using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clipper.Bench.Runs;
using Clipper.Testing;
using CsvHelper;

namespace Clipper.Bench.Cli.Tests.Commands;

public sealed class PaperCommandTests(MadeRuns runs) : IClassFixture<MadeRuns>
{
    private const string AnotherWeights = "00d365715913c9da98579312b702a82c18be219cc2a73407c4526f58eba950af";

    [Theory]
    [InlineData(0.004, "inside", 0)]
    [InlineData(-0.009, "within 1 pt", 0)]
    [InlineData(0.03, "off", 4)]
    public void Strict_leaves_with_4_only_where_a_number_is_off(double difference, string verdict, int exitCode)
    {
        string folder = Make(MadeRuns.Near(difference));

        Console lenient = Console.Run("paper", folder);
        Console strict = Console.Run("paper", folder, "--strict");

        Assert.Equal(0, lenient.ExitCode);
        Assert.Equal(exitCode, strict.ExitCode);
        Assert.Equal(lenient.Output, strict.Output);
        Assert.Matches(
            $@"(?m)^Table 2 +o_f1 +C10 +mwi +5w5s .* 100 0\.68 .* {verdict}( +[a-z])?$",
            strict.Output);
        Assert.Contains(RowsOf(folder), row => row is ["Table 2", "o_f1", "C10", "mwi", ..]
            && row[^1] == "best threshold on the evaluated episodes");
        Assert.Matches(@"(?m)^table +inside +within 1 pt +off +not comparable +all$", strict.Output);
        Assert.Empty(strict.Error);
    }

    [Fact]
    public void One_folder_of_several_that_is_off_suffices()
    {
        string good = Make(MadeRuns.Near(0));
        string poor = Make(MadeRuns.Near(0.03));

        Assert.Equal(4, Console.Run("paper", good, poor, "--strict").ExitCode);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("markdown")]
    [InlineData("csv")]
    public void Rows_of_several_folders_say_their_run_and_of_several_models_their_model(string format)
    {
        RunRecord near = MadeRuns.Near(0);
        string first = runs.Make("first", "", MadeRuns.PapersWeights, near);
        string second = runs.Make(
            "second", "", MadeRuns.PapersWeights,
            near with { Mean = 0.123 }, near with { Model = "vit-tiny", Mean = 0.321 });

        string one = Console.Run("paper", first, "--format", format).Output;
        string[] rows =
        [
            .. Console.Run("paper", first, second, "--format", format).Output.Split('\n')
                .Where(line => line.Contains("Table 2", StringComparison.Ordinal)
                    && line.Contains("C10", StringComparison.Ordinal)),
        ];

        Assert.Equal(3, rows.Length);
        Assert.Matches("first.*ViT-B/32.*Table 2", rows[0]);
        Assert.Matches("second.*ViT-B/32.*Table 2.*0.123", rows[1]);
        Assert.Matches("second.*vit-tiny.*Table 2.*0.321", rows[2]);
        Assert.DoesNotContain("first", one, StringComparison.Ordinal);
        Assert.DoesNotContain("ViT-B/32 ", one.Split('\n')[1], StringComparison.Ordinal);
    }

    [Fact]
    public void Latex_of_several_folders_has_run_model_and_table_above_their_rows()
    {
        RunRecord near = MadeRuns.Near(0);
        string first = runs.Make("first", "", MadeRuns.PapersWeights, near);
        string second = runs.Make(
            "second", "", MadeRuns.PapersWeights, near with { Mean = 0.123 }, near with { Model = "vit-tiny" });

        string latex = Console.Run("paper", first, second, "--format", "latex").Output;

        foreach (string[] place in (string[][])[["first", "ViT-B/32"], ["second", "ViT-B/32"], ["second", "vit-tiny"]])
        {
            string group = string.Join(@" $\cdot$ ", place.Append("Table 2"));
            Assert.Contains(group, latex, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Runs_of_one_name_are_told_apart_by_their_folders()
    {
        string[] folders = [Make(MadeRuns.Near(0)), Make(MadeRuns.Near(0))];

        string[] lines = Console.Run(["paper", .. folders, "--format", "csv"]).Output.Split('\n');

        Assert.StartsWith("run,table,", lines[0], StringComparison.Ordinal);
        Assert.All(
            folders,
            folder => Assert.Contains(lines, line => line.StartsWith($"{folder},", StringComparison.Ordinal)));
    }

    [Fact]
    public void Strict_says_that_it_had_nothing_to_judge()
    {
        string foreign = runs.Make(AnotherWeights, MadeRuns.Near(0));

        Console strict = Console.Run("paper", foreign, "--strict", "--quiet");

        Assert.Equal(0, strict.ExitCode);
        Assert.Contains("--strict judged nothing", strict.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("judged", Console.Run("paper", foreign).Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubtful_numbers_are_shown_as_such_beside_another_backbone()
    {
        string folder = runs.Make(AnotherWeights, MadeRuns.Doubtful, MadeRuns.Softmax);

        string[][] rows = RowsOf(folder);

        Assert.Contains(rows, row => row[0] == "Figure 8.1" && row[^1].StartsWith(
            "another backbone: ViT-B/32; doubtful in the source: copy of the C10", StringComparison.Ordinal));
        Assert.Contains(rows, row => row[0] == "Template 1 picture" && row[^1].StartsWith(
            "another backbone: ViT-B/32; superseded in the source", StringComparison.Ordinal));
    }

    [Fact]
    public void Masked_stream_and_data_of_another_size_are_read_from_the_folder()
    {
        string folder = runs.Make(
            "made",
            """{ "name": "cifar10", "variant": "test", "samples": 1000, "classes": 10 }""",
            MadeRuns.PapersWeights,
            MadeRuns.Stream,
            MadeRuns.Near(0));

        string[][] rows = RowsOf(folder);

        Assert.Contains(rows, row => row[0] == "Figure 7.1");
        Assert.All(rows, row => Assert.Equal("–", row[^2]));
        Assert.All(rows, row => Assert.Contains("other data: 1000 images", row[^1], StringComparison.Ordinal));
        Assert.All(rows, row => Assert.Equal(
            row[0] is "Figure 7.1" or "Figure 8.2", row[^1].Contains("masked", StringComparison.Ordinal)));
    }

    [Fact]
    public void Another_backbone_never_gets_a_verdict_whatever_it_is_called()
    {
        string folder = runs.Make(AnotherWeights, MadeRuns.Near(0), MadeRuns.Near(0.3) with { Queries = 5 });

        Console console = Console.Run("paper", folder, "--strict");

        Assert.Equal(0, console.ExitCode);
        Assert.All(RowsOf(folder), row => Assert.Equal("–", row[^2]));
        Assert.All(
            RowsOf(folder), row => Assert.StartsWith("another backbone: ViT-B/32", row[^1], StringComparison.Ordinal));
        Assert.Contains("by their SHA-256 not the paper's", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubtful_superseded_and_unexplained_numbers_are_shown_as_such_and_break_no_gate()
    {
        string folder = Make(MadeRuns.Doubtful, MadeRuns.Softmax);

        Console console = Console.Run("paper", folder, "--strict");
        string[][] rows = RowsOf(folder);

        Assert.Equal(0, console.ExitCode);
        Assert.Contains(rows, row => row is ["Figure 8.1", _, "COCO_P", "MWI+T", .., "–", var remark]
            && remark.StartsWith("doubtful in the source: copy of the C10 column", StringComparison.Ordinal));
        Assert.Contains(rows, row => row is ["Template 1 picture", _, "C10", "wi", .., "–", var remark]
            && remark.StartsWith("superseded in the source", StringComparison.Ordinal));
        Assert.Contains(rows, row => row is ["Figure 2.1", _, "C10", "wi", .., "–", var remark]
            && remark.Contains("does not say how this F1 is averaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Formats_have_the_same_rows()
    {
        string folder = Make(MadeRuns.Near(0.03), MadeRuns.Softmax);

        string[][] csv = CsvOf(folder);
        string[][] markdown = RowsOf(folder);
        string latex = Console.Run("paper", folder, "--format", "latex").Output;

        Assert.Equal(csv.Length - 1, markdown.Length);
        foreach ((string[] numbers, string[] row) in csv[1..].Zip(markdown))
        {
            Assert.Equal((numbers[0], numbers[1], numbers[3]), (row[0], row[2], row[3]));
            Assert.Equal(numbers[16].Split("; ").Order(), row[^1].Split("; ").Order());
        }

        // The first part of the columns; the table is wider than a line.
        string first = latex.Split(@"\end{tabular}")[0];
        Assert.Equal(markdown.Length, first.Split("& 5w5s &").Length - 1);
        Assert.Contains(@"C10 & mwi & 5w5s & 0.", first, StringComparison.Ordinal);
    }

    [Fact]
    public void Csv_has_unrounded_numbers_in_columns_of_their_own()
    {
        RunRecord ours = MadeRuns.Near(0) with { Mean = 0.7123456789012345, Ci95 = 0.00123456789012345 };

        string[][] rows = CsvOf(Make(ours));
        string[] row = rows[1..].First(row => row[0] == "Table 2");
        string Cell(string head) => row[Array.IndexOf(rows[0], head)];

        Assert.Equal(
            "table,dataset,variant,method,ways,shots,queries,metric,ours,ci95,n,threshold,epochs,paper,difference,"
            + "verdict,remark,status,source",
            string.Join(",", rows[0]));
        Assert.Equal(("0.7123456789012345", "0.00123456789012345"), (Cell("ours"), Cell("ci95")));
        Assert.Equal(("0.7", "0.68", "100"), (Cell("paper"), Cell("threshold"), Cell("n")));
        Assert.Equal((0.7123456789012345 - 0.7).ToString("R", CultureInfo.InvariantCulture), Cell("difference"));
        Assert.Equal(("off", "final"), (Cell("verdict"), Cell("status")));
        Assert.StartsWith("results notebook", Cell("source"), StringComparison.Ordinal);
    }

    [Fact]
    public void Json_has_the_rows_unrounded_with_their_remarks_and_counts_the_verdicts()
    {
        string folder = Make(MadeRuns.Near(0.03) with { Mean = 0.7323456789012345 }, MadeRuns.Softmax);

        Console console = Console.Run("paper", folder, "--json", "--strict");

        using var json = JsonDocument.Parse(console.Output);
        string[][] csv = CsvOf(folder);
        JsonElement[] rows = [.. json.RootElement.GetProperty("rows").EnumerateArray()];
        JsonElement row = rows.First(each => each.GetProperty("table").GetString() == "Table 2");
        Assert.Equal(4, console.ExitCode);
        Assert.Equal(csv.Length - 1, rows.Length);
        Assert.Equal(0.7323456789012345, row.GetProperty("ours").GetDouble());
        Assert.Equal(
            ("made", "ViT-B/32", "C10", "mwi", "off"),
            (Text("run"), Text("model"), Text("dataset"), Text("method"), Text("verdict")));
        Assert.Equal((0.7, 100, 0.005), (Number("paper"), Number("n"), Number("ci95")));
        Assert.Equal(csv[0][..^3].Except(row.EnumerateObject().Select(each => each.Name)), []);
        foreach ((string[] line, JsonElement each) in csv[1..].Zip(rows))
        {
            Assert.Equal(
                line[16], string.Join("; ", each.GetProperty("remarks").EnumerateArray().Select(r => r.GetString())));
        }

        JsonElement verdicts = json.RootElement.GetProperty("verdicts");
        Assert.Equal(rows.Length, verdicts.EnumerateObject().Sum(verdict => verdict.Value.GetInt32()));
        Assert.Equal(csv.Count(line => line[15] == "off"), verdicts.GetProperty("off").GetInt32());

        string? Text(string name) => row.GetProperty(name).GetString();
        double Number(string name) => row.GetProperty(name).GetDouble();
    }

    [Fact]
    public void Json_of_a_run_without_a_number_of_the_paper_has_no_row()
    {
        Console console = Console.Run("paper", Make(MadeRuns.Near(0) with { Dataset = "shapes" }), "--json");

        using var json = JsonDocument.Parse(console.Output);
        Assert.Equal(0, json.RootElement.GetProperty("rows").GetArrayLength());
    }

    [Fact]
    public void Run_without_a_number_of_the_paper_says_so_and_leaves_with_0()
    {
        Console console = Console.Run("paper", Make(MadeRuns.Near(0) with { Dataset = "shapes" }), "--strict");

        Assert.Equal(0, console.ExitCode);
        Assert.Empty(console.Output);
        Assert.Contains("nothing to compare", console.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void Folder_without_a_run_leaves_with_2_and_an_unknown_format_with_1()
    {
        using var folder = new TemporaryFolder();

        Assert.Equal(2, Console.Run("paper", folder.Path).ExitCode);
        Assert.Equal(1, Console.Run("paper", Make(MadeRuns.Near(0)), "--format", "html").ExitCode);
    }

    [Fact]
    public void Same_folder_twice_is_refused()
    {
        string folder = Make(MadeRuns.Near(0));

        Console console = Console.Run("paper", folder, folder + "/");

        Assert.Equal(1, console.ExitCode);
        Assert.Contains("are the same folder; give every run once", console.Error, StringComparison.Ordinal);
    }

    private string Make(params RunRecord[] records) => runs.Make(MadeRuns.PapersWeights, records);

    private static string[][] CsvOf(string folder)
    {
        using var csv = new CsvParser(
            new StringReader(Console.Run("paper", folder, "--format", "csv").Output), CultureInfo.InvariantCulture);
        var rows = new List<string[]>();
        while (csv.Read())
        {
            rows.Add(csv.Record ?? []);
        }

        return [.. rows];
    }

    // With the footnotes in place of their letters.
    private static string[][] RowsOf(string folder)
    {
        string markdown = Console.Run("paper", folder, "--format", "markdown").Output;
        string[] lines = Regex.Replace(markdown, @"\\(\W)", "$1").Split('\n');
        var remarks = lines.Where(line => line.StartsWith("- ", StringComparison.Ordinal))
            .Select(line => line[2..].Split(": ", 2))
            .ToDictionary(parts => parts[0], parts => parts[1]);
        string[] Said(string keys) =>
            [.. keys.Split(", ").Prepend("all rows").Where(remarks.ContainsKey).Select(key => remarks[key])];
        return
        [
            .. lines.SkipWhile(line => !line.StartsWith('|')).TakeWhile(line => line.StartsWith('|'))
                .Skip(2)
                .Select(line => line[2..^2].Split(" | "))
                .Select(row => (string[])[.. row[..^1], string.Join("; ", Said(row[^1]))]),
        ];
    }
}
