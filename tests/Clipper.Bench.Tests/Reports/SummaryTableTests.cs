using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Reports;

public sealed class SummaryTableTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Of_takes_the_best_threshold_and_the_lowest_of_equals()
    {
        var table = SummaryTable.Of(
        [
            Record("mwi", "map", null, 0.75),
            Record("mwi", "o_f1", 0.4, 0.5), Record("mwi", "o_f1", 0.5, 0.8), Record("mwi", "o_f1", 0.6, 0.8),
            Record("wi", "accuracy", null, 0.9), Record("wi", "o_f1", null, 0.9),
        ], []);

        Assert.Equal(["mwi", "wi"], table.Rows.Select(row => row.Method));
        Assert.Equal(0.5, table.Rows[0].Threshold);
        Assert.Equal(new SummaryValue(0.8, 0.0125), table.Rows[0].MicroF1);
        Assert.Null(table.Rows[0].Accuracy);
        Assert.Null(table.Rows[1].Threshold);
    }

    [Fact]
    public void Markdown_and_csv_say_the_same()
    {
        var table = SummaryTable.Of(
            [Record("a|b", "o_f1", 0.5, 0.8), Record("a|b", "map", null, 0.75, ci95: null)], ["A note."]);

        table.WriteCsv(_folder.Combine("s.csv"));

        Assert.Equal(
            $"""
            | data set | model | setting | method | n | accuracy | mAP | micro-F1 | threshold |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            | shapes single | m | 5w1s15q | a\|b | 100 | – | 0.7500 | 0.8000 ± 0.0125 | 0.50 |

            ± is the half width of the 95 % t-interval over episodes.

            {table.Notes[1]}

            A note.

            """,
            MarkdownTable.Write(table.ToTable()));
        Assert.StartsWith("Threshold: an oracle", table.Notes[1], StringComparison.Ordinal);
        Assert.Equal(
            """
            dataset,variant,model,setting,method,n,accuracy,accuracy_ci95,map,map_ci95,o_f1,o_f1_ci95,oracle_threshold
            shapes,single,m,5w1s15q,a|b,100,,,0.75,,0.8,0.0125,0.5

            """,
            File.ReadAllText(_folder.Combine("s.csv")));
    }

    private static RunRecord Record(
        string method, string metric, double? threshold, double mean, double? ci95 = 0.0125) => new()
        {
            Run = "t",
            Dataset = "shapes",
            Variant = "single",
            Model = "m",
            Method = method,
            Ways = 5,
            Shots = 1,
            Queries = 15,
            Threshold = threshold,
            Metric = metric,
            Mean = mean,
            Ci95 = ci95,
            N = 100,
            Mode = "corrected",
        };
}
