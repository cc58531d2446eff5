using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports;

/// <summary>How tasks and classes of continual streams fared: <c>tasks.csv</c> and <c>forgetting.csv</c>, one line a
/// task or class and step (docs/formats.md). Only where a cell has streams.</summary>
internal static class StreamTables
{
    private static readonly string[] _cellColumns =
        ["dataset", "variant", "model", "setting", "method", "epochs", "copies", "hyper_parameters"];

    /// <summary>Writes both files into <c>tables/</c>.</summary>
    /// <param name="place">The results folder.</param>
    /// <param name="reported">In the order of the cells.</param>
    /// <exception cref="DataFileException">A cell's file is missing or damaged.</exception>
    public static void Write(ResultsFolder place, IReadOnlyList<ReportedValue> reported)
    {
        (RunRecord Record, StreamProgress Progress)[] cells =
        [
            .. reported.Where(value => value.Record.Step is not null).DistinctBy(value => value.Cell)
                .Select(value => (value.Record, CellFile.Read(place.Result(value.Cell)).Result.Progress))
                .Where(cell => cell.Progress is not null)
                .Select(cell => (cell.Record, cell.Progress ?? throw new InvalidOperationException("No progress."))),
        ];
        if (cells.Length == 0)
        {
            return;
        }

        TableFile.WriteCsv(
            place.Table("tasks.csv"),
            [.. _cellColumns, "task", "step", "mean", "ci95"],
            cells.SelectMany(cell => Tasks(Fields(cell.Record, cell.Progress), cell.Progress)));
        TableFile.WriteCsv(
            place.Table("forgetting.csv"),
            [.. _cellColumns, "class", "forgetting", "step", "mean", "n"],
            cells.SelectMany(cell => Classes(Fields(cell.Record, cell.Progress), cell.Progress)));
    }

    private static string[] Fields(RunRecord record, StreamProgress progress) =>
    [
        record.Dataset, record.Variant, record.Model, MetricsTable.Setting(record), record.Method,
        TableFile.Text(progress.Condition.Epochs), TableFile.Text(progress.Condition.Copies),
        progress.Condition.Candidate,
    ];

    private static IEnumerable<IReadOnlyList<string>> Tasks(string[] cell, StreamProgress progress) =>
        from task in progress.Tasks
        from step in Enumerable.Range(task.Task, task.Means.Length - task.Task + 1)
        select (IReadOnlyList<string>)
        [
            .. cell, TableFile.Text(task.Task), TableFile.Text(step), Number(task.Means[step - 1]),
            Number(task.Ci95[step - 1]),
        ];

    private static IEnumerable<IReadOnlyList<string>> Classes(string[] cell, StreamProgress progress) =>
        from label in progress.Classes
        from step in Enumerable.Range(1, label.Means.Length)
        where label.Counts[step - 1] > 0
        select (IReadOnlyList<string>)
        [
            .. cell, label.Name, TableFile.Text(label.Forgetting), TableFile.Text(step),
            Number(label.Means[step - 1]), TableFile.Text((int)label.Counts[step - 1]),
        ];

    private static string Number(double value) => TableFile.Text(double.IsNaN(value) ? null : value);
}
