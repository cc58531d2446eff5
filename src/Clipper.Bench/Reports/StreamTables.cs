using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports;

/// <summary>How tasks and classes of continual streams fared: <c>tasks.csv</c> and <c>forgetting.csv</c>, one line a
/// task or class and step (docs/formats.md). Only where a cell has streams.</summary>
internal static class StreamTables
{
    private static readonly string[] _cellColumns =
        ["dataset", "variant", "model", "setting", "method", "epochs", "copies", "hyper_parameters"];

    /// <summary>Writes both files into <c>tables/</c>.</summary>
    /// <param name="place">The results folder.</param>
    /// <param name="cells">In their order.</param>
    public static void Write(ResultsFolder place, IReadOnlyList<ReportCell> cells)
    {
        (string[] Fields, StreamProgress Progress)[] streams =
        [
            .. cells.SelectMany(cell => cell.Progress is { } progress
                ? new[] { (Fields(cell.Record, progress), progress) }
                : []),
        ];
        if (streams.Length == 0)
        {
            return;
        }

        TableFile.WriteCsv(
            place.Table("tasks.csv"),
            [.. _cellColumns, "task", "step", "mean", "ci95"],
            streams.SelectMany(cell => Tasks(cell.Fields, cell.Progress)));
        TableFile.WriteCsv(
            place.Table("forgetting.csv"),
            [.. _cellColumns, "class", "forgetting", "step", "mean", "n"],
            streams.SelectMany(cell => Classes(cell.Fields, cell.Progress)));
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
