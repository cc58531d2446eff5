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
    public void Of_takes_the_chosen_value_and_keeps_the_oracle_apart()
    {
        var table = SummaryTable.Of(
        [
            Value("mwi", "map", 0.75),
            Value("mwi", "o_f1", 0.8, ChoiceSource.OtherClasses, threshold: 0.5, isHeadline: false),
            Value("mwi", "o_f1", 0.85, ChoiceSource.Queries, threshold: 0.6),
            Value("wi", "accuracy", 0.9), Value("wi", "o_f1", 0.9),
        ], []);

        Assert.Equal(["mwi", "wi"], table.Rows.Select(row => row.Method));
        Assert.Equal((0.8, 0.5), (table.Rows[0].MicroF1?.Mean, table.Rows[0].MicroF1?.Threshold));
        Assert.Equal((0.85, 0.6), (table.Rows[0].OracleMicroF1?.Mean, table.Rows[0].OracleMicroF1?.Threshold));
        Assert.Null(table.Rows[0].Accuracy);
        Assert.Null(table.Rows[1].MicroF1?.Threshold);
        Assert.Null(table.Rows[1].OracleMicroF1);
        Assert.Equal(["± is", "Chos", "Orac"], table.Notes.Select(note => note[..4]));
    }

    [Fact]
    public void Columns_without_a_value_are_left_out()
    {
        var table = SummaryTable.Of([Value("wi", "accuracy", 0.9), Value("wi", "o_f1", 0.9)], []);

        Assert.Equal(
            ["data set", "model", "setting", "method", "n", "accuracy", "mAP (sklearn)", "micro-F1"], table.Columns);
        Assert.Equal(table.Columns.Count, table.Texts(table.Rows[0]).Count);
    }

    [Fact]
    public void Value_of_one_episode_is_said_to_have_no_interval()
    {
        ReportedValue value = Value("wi", "accuracy", 0.9, ci95: null);
        ReportedValue single = value with { Record = value.Record with { N = 1 } };

        Assert.Equal(["n = 1: a value of one episode has no interval."], SummaryTable.Of([single], []).Notes);
        Assert.Equal(SummaryTable.Of([single], []).Notes, MetricsTable.Of([single]).Notes);
        Assert.Empty(SummaryTable.Of([value], []).Notes);
    }

    [Fact]
    public void Bold_is_explained_where_there_is_some()
    {
        var one = SummaryTable.Of([Value("wi", "accuracy", 0.9)], []).ToTable();
        var two = SummaryTable.Of([Value("wi", "accuracy", 0.9), Value("mwi", "accuracy", 0.8)], []).ToTable();

        Assert.DoesNotContain(one.Notes, note => note.StartsWith("Bold", StringComparison.Ordinal));
        Assert.Contains("**0.9000 ± 0.0125**", MarkdownTable.Write(two), StringComparison.Ordinal);
        Assert.Contains("\nBold: the best of its data set", MarkdownTable.Write(two), StringComparison.Ordinal);
        Assert.Contains("% Bold: the best of its data set", LatexTable.Write(two), StringComparison.Ordinal);
    }

    [Fact]
    public void Streams_and_few_shot_rows_of_one_setting_have_a_best_each()
    {
        ReportedValue[] values =
        [
            Value("wi", "map", 0.5), Value("mwi", "map", 0.7), OfStream("stream", 0.9), OfStream("other stream", 0.8),
        ];

        IReadOnlyList<IReadOnlyList<TableCell>> rows = SummaryTable.Of(values, []).ToTable().Rows;

        Assert.Equal(["mwi", "stream"], rows.Where(row => row.Any(cell => cell.IsBest)).Select(row => row[3].Text));

        static ReportedValue OfStream(string method, double mean)
        {
            ReportedValue value = Value(method, "map", mean);
            return value with { Record = value.Record with { Step = 5, N = 10 } };
        }
    }

    [Fact]
    public void Markdown_and_csv_say_the_same()
    {
        var table = SummaryTable.Of(
            [
                Value("a|b", "o_f1", 0.8, ChoiceSource.OtherSeeds, threshold: 0.5),
                Value("a|b", "map", 0.75, ci95: null),
            ],
            ["A note."]);

        table.WriteCsv(_folder.Combine("s.csv"));

        Assert.Equal(
            $"""
            # Results by cell

            | data set | model | setting | method | n | accuracy | mAP (sklearn) | micro-F1 | threshold | chosen on |
            | --- | --- | --- | --- | --- | --- | --- | --- | --- | --- |
            | shapes single | m | 5w1s15q | a\|b | 100 | – | 0.7500 | 0.8000 ± 0.0125 | 0.50 | other seeds |

            ± is the half width of the 95 % t-interval over episodes.

            {table.Notes[1]}

            A note.

            """,
            MarkdownTable.Write(table.ToTable()));
        Assert.StartsWith("Chosen on other seeds", table.Notes[1], StringComparison.Ordinal);
        Assert.Equal(
            "dataset,variant,model,setting,method,n,accuracy,accuracy_ci95,map,map_ci95,o_f1,o_f1_ci95,threshold,"
            + "epochs,chosen_on,oracle_o_f1,oracle_o_f1_ci95,oracle_threshold,oracle_epochs,"
            + "final_average,final_average_ci95,forgetting,forgetting_ci95\n"
            + "shapes,single,m,5w1s15q,a|b,100,,,0.75,,0.8,0.0125,0.5,,validation:seeds,,,,,,,,\n",
            File.ReadAllText(_folder.Combine("s.csv")));
    }

    private static ReportedValue Value(
        string method,
        string metric,
        double mean,
        ChoiceSource chosenOn = ChoiceSource.Nothing,
        double? threshold = null,
        bool isHeadline = true,
        double? ci95 = 0.0125)
    {
        RunRecord record = ReportRecords.Of(method, metric, mean) with { Threshold = threshold, Ci95 = ci95 };
        return ReportRecords.Reported(record, chosenOn, isHeadline);
    }
}
