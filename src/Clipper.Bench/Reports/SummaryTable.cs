using Clipper.Bench.Configuration;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Reports;

/// <summary>The result table of a run: accuracy, mAP and micro-F1 of every cell, of continual streams
/// after the last step.</summary>
public sealed class SummaryTable
{
    private const string Method = "method";

    private static readonly SummaryColumn[] _always =
    [
        SummaryColumn.Text("data set", row => $"{row.Dataset} {row.Variant}".TrimEnd()),
        SummaryColumn.Text("model", row => row.Model),
        SummaryColumn.Text("setting", row => row.Setting),
        SummaryColumn.Text(Method, row => row.Method),
        SummaryColumn.Number("n", row => row.Episodes),
        SummaryColumn.Result(Headlines.NameOf("accuracy"), row => row.Accuracy),
        SummaryColumn.Result(Headlines.NameOf("map"), row => row.Map),
        SummaryColumn.Result(Headlines.NameOf("o_f1"), row => row.MicroF1),
    ];

    // Only where a row has something to say in them.
    private static readonly SummaryColumn[] _sometimes =
    [
        SummaryColumn.Number("threshold", row => row.MicroF1?.Threshold, "0.00##"),
        SummaryColumn.Number("epochs", row => row.MicroF1?.Epochs),
        SummaryColumn.Text("chosen on", row => ChoiceNotes.Word(row.MicroF1?.ChosenOn ?? ChoiceSource.Nothing)),
        SummaryColumn.Result("oracle F1", row => row.OracleMicroF1),
        SummaryColumn.Number("oracle threshold", row => row.OracleMicroF1?.Threshold, "0.00##"),
        SummaryColumn.Number("oracle epochs", row => row.OracleMicroF1?.Epochs),
        SummaryColumn.Result("final average", row => row.FinalAverage),
        SummaryColumn.Text("forgetting", row => $"{row.Forgetting}"),
    ];

    private readonly SummaryColumn[] _columns;

    private SummaryTable(IReadOnlyList<SummaryRow> rows, IEnumerable<string> notes)
    {
        Rows = rows;
        _columns = [.. _always, .. _sometimes.Where(column => rows.Any(row => column.Cell(row).Text.Length > 0))];
        Notes =
        [
            .. TableNotes.OfIntervals(
                rows.Select(row => _columns.Select(column => column.Cell(row)).ToArray()),
                rows.Select(row => row.Episodes)),
            .. notes,
        ];
    }

    /// <summary>The column heads, in order.</summary>
    public IReadOnlyList<string> Columns => [.. _columns.Select(column => column.Head)];

    /// <summary>One row a cell, in the order of the cells.</summary>
    public IReadOnlyList<SummaryRow> Rows { get; }

    /// <summary>What a reader must know, one sentence each.</summary>
    public IReadOnlyList<string> Notes { get; }

    /// <summary>Gathers the values of every cell.</summary>
    /// <param name="values">In the order of the cells.</param>
    /// <param name="notes">What a reader must know about the run.</param>
    public static SummaryTable Of(IReadOnlyList<ReportedValue> values, IReadOnlyList<string> notes)
    {
        IEnumerable<SummaryRow> rows = values
            .GroupBy(v => (v.Record.Dataset, v.Record.Variant, v.Record.Model, Setting(v.Record), v.Record.Method))
            .Select(cell => Row([.. cell]));
        ReportedValue[] shown =
            [.. values.Where(value => Headlines.All.Any(headline => headline.Metric == value.Record.Metric))];
        return new SummaryTable([.. rows], [.. ChoiceNotes.Of(shown), .. notes]);
    }

    /// <summary>The texts of a row, in the order of <see cref="Columns"/>; a dash where there is no value.</summary>
    public IReadOnlyList<string> Texts(SummaryRow row) =>
        [.. _columns.Select(column => Shown(column.Cell(row)).Text)];

    /// <summary>Writes the table with unrounded numbers.</summary>
    public void WriteCsv(string path) => TableFile.WriteCsv(
        path,
        [
            "dataset", "variant", "model", "setting", "method", "n", "accuracy", "accuracy_ci95", "map", "map_ci95",
            "o_f1", "o_f1_ci95", "threshold", "epochs", "chosen_on", "oracle_o_f1", "oracle_o_f1_ci95",
            "oracle_threshold", "oracle_epochs", "final_average", "final_average_ci95", "forgetting",
            "forgetting_ci95",
        ],
        Rows.Select(row => (IReadOnlyList<string>)
        [
            row.Dataset, row.Variant, row.Model, row.Setting, row.Method, TableFile.Text(row.Episodes),
            TableFile.Text(row.Accuracy?.Mean), TableFile.Text(row.Accuracy?.Ci95),
            TableFile.Text(row.Map?.Mean), TableFile.Text(row.Map?.Ci95),
            TableFile.Text(row.MicroF1?.Mean), TableFile.Text(row.MicroF1?.Ci95),
            TableFile.Text(row.MicroF1?.Threshold), TableFile.Text(row.MicroF1?.Epochs),
            ChoiceSourceText.Of(row.MicroF1?.ChosenOn ?? ChoiceSource.Nothing),
            TableFile.Text(row.OracleMicroF1?.Mean), TableFile.Text(row.OracleMicroF1?.Ci95),
            TableFile.Text(row.OracleMicroF1?.Threshold), TableFile.Text(row.OracleMicroF1?.Epochs),
            TableFile.Text(row.FinalAverage?.Mean), TableFile.Text(row.FinalAverage?.Ci95),
            TableFile.Text(row.Forgetting?.Mean), TableFile.Text(row.Forgetting?.Ci95),
        ]));

    /// <summary>The table for people: the best of each data set, model and setting stand out, and what is tied with
    /// them; streams, whose draws and queries are others, apart from few-shot episodes.</summary>
    internal ResultTable ToTable()
    {
        var rows = new List<IReadOnlyList<TableCell>>();
        foreach (var group in Rows.GroupBy(row =>
            (row.Dataset, row.Variant, row.Model, row.Setting, row.Step)))
        {
            SummaryRow[] own = [.. group];
            bool[][] marks = [.. _columns.Select(column => column.Value is { } value
                ? BestMarks.Of([.. own.Select(value)])
                : new bool[own.Length])];
            rows.AddRange(own.Select((row, i) => (IReadOnlyList<TableCell>)
                [.. _columns.Select((column, c) => Shown(column.Cell(row)) with { IsBest = marks[c][i] })]));
        }

        return new ResultTable("summary", "Results by cell", Columns, rows, [.. TableNotes.OfBold(rows), .. Notes])
        {
            File = "tables/summary.csv",
            GroupColumns = Columns.TakeWhile(head => head != Method).Count(),
        };
    }

    private static TableCell Shown(TableCell cell) => cell.Text.Length > 0 ? cell : cell with { Text = "–" };

    private static string Setting(RunRecord record) =>
        SettingText.Of(new EpisodePlan(record.Ways ?? 1, record.Shots ?? 1, record.Queries ?? 0));

    private static SummaryRow Row(IReadOnlyList<ReportedValue> values)
    {
        RunRecord first = values[0].Record;
        int? last = values.Max(value => value.Record.Step);
        SummaryValue? Value(string metric, Func<ReportedValue, bool> isMeant) =>
            values.FirstOrDefault(v => v.Record.Metric == metric && v.Record.Step == last && isMeant(v)) is { } found
                ? Of(found)
                : null;
        SummaryValue? OfStream(string metric) =>
            values.FirstOrDefault(v => v.Record.Metric == metric && v.IsHeadline) is { } found ? Of(found) : null;

        return new SummaryRow(
            first.Dataset,
            first.Variant,
            first.Model,
            Setting(first),
            first.Method,
            values.Max(value => value.Record.N),
            Value("accuracy", value => value.IsHeadline),
            Value("map", value => value.IsHeadline),
            Value("o_f1", v => v.ChosenOn != ChoiceSource.Queries && v.Scope != ChoiceScope.Step),
            Value("o_f1", v => v.ChosenOn == ChoiceSource.Queries && v.Scope != ChoiceScope.Stream))
        {
            Step = last,
            FinalAverage = OfStream("final_average"),
            Forgetting = OfStream("forgetting"),
        };
    }

    private static SummaryValue Of(ReportedValue value) => new(value.Record.Mean, value.Record.Ci95)
    {
        Threshold = value.Record.Threshold,
        Epochs = value.Record.Epochs,
        ChosenOn = value.ChosenOn,
    };
}
