using Clipper.Bench.Runs;
using Clipper.Testing;

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
        Assert.Matches($@"(?m)^Table 2 +C10 +mwi +5w5s +o_f1 .* 100 0\.68 .* {verdict}$", strict.Output);
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

    [Fact]
    public void Another_backbone_never_gets_a_verdict_whatever_it_is_called()
    {
        string folder = runs.Make(AnotherWeights, MadeRuns.Near(0), MadeRuns.Near(0.3) with { Queries = 5 });

        Console console = Console.Run("paper", folder, "--strict");

        Assert.Equal(0, console.ExitCode);
        Assert.All(RowsOf(folder), row => Assert.Equal(("–", "another backbone: ViT-B/32"), (row[^2], row[^1])));
        Assert.Contains("by their SHA-256 not the paper's", console.Output, StringComparison.Ordinal);
    }

    [Fact]
    public void Doubtful_superseded_and_unexplained_numbers_are_shown_as_such_and_break_no_gate()
    {
        string folder = Make(MadeRuns.Doubtful, MadeRuns.Softmax);

        Console console = Console.Run("paper", folder, "--strict");
        string[][] rows = RowsOf(folder);

        Assert.Equal(0, console.ExitCode);
        Assert.Contains(rows, row => row is ["Figure 8.1", "COCO_P", "MWI+T", .., "–", var remark]
            && remark.StartsWith("doubtful in the source: copy of the C10 column", StringComparison.Ordinal));
        Assert.Contains(rows, row => row is ["Template 1 picture", "C10", "wi", .., "–", var remark]
            && remark.StartsWith("superseded in the source", StringComparison.Ordinal));
        Assert.Contains(rows, row => row is ["Figure 2.1", "C10", "wi", .., "–", var remark]
            && remark.Contains("does not say how this F1 is averaged", StringComparison.Ordinal));
    }

    [Fact]
    public void Formats_have_the_same_rows()
    {
        string folder = Make(MadeRuns.Near(0.03), MadeRuns.Softmax);

        string csv = Console.Run("paper", folder, "--format", "csv").Output;
        string markdown = Console.Run("paper", folder, "--format", "markdown").Output;
        string latex = Console.Run("paper", folder, "--format", "latex").Output;

        string[] lines = csv.TrimEnd('\n').Split('\n');
        Assert.Equal("table,data set,method,setting,metric,ours,n,at,paper,Δ,verdict,remark", lines[0]);
        Assert.All(lines[1..], line => Assert.Matches(@"^(Table|Figure|Template|notebook|A-Figure)", line));
        foreach (string[] row in lines[1..].Select(line => line.Split(',')))
        {
            Assert.Contains($"| {string.Join(" | ", row)} |", markdown, StringComparison.Ordinal);
        }

        // The first part of the columns; the table is wider than a page.
        string first = latex.Split(@"\end{tabular}")[0];
        Assert.Equal(lines.Length - 1, first.Split("& 5w5s &").Length - 1);
        Assert.Contains(@"Table 2 & C10 & mwi & 5w5s & o\_f1 ", first, StringComparison.Ordinal);
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

    private string Make(params RunRecord[] records) => runs.Make(MadeRuns.PapersWeights, records);

    private static string[][] RowsOf(string folder) =>
    [
        .. Console.Run("paper", folder, "--format", "markdown").Output.Split('\n')
            .TakeWhile(line => line.StartsWith('|'))
            .Skip(2)
            .Select(line => line.Trim('|', ' ').Split('|').Select(cell => cell.Trim()).ToArray()),
    ];
}
