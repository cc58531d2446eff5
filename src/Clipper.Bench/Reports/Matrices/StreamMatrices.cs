using System.Globalization;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Matrices;

/// <summary>Matrices of continual streams: how every task, and every class, is told after every step.</summary>
internal static class StreamMatrices
{
    private const int MostClasses = 40;

    private const string Reading =
        "Columns are the steps of the stream; numbers and colour are the share that is told right (of multi-label data "
        + "the average precision), mean over the streams that have learnt it by then. Empty: not learnt yet.";

    /// <summary>Those of the first cells that have streams: by task and by class; empty where none has.</summary>
    public static IReadOnlyList<MatrixGroup> Of(IReadOnlyList<ReportCell> cells)
    {
        (string Title, StreamProgress Progress)[] with =
        [
            .. cells.SelectMany(cell => cell.Progress is { } progress ? new[] { (cell.Title, progress) } : []),
        ];
        (string Title, StreamProgress Progress)[] shown = [.. with.Take(MatrixLimits.MostTables)];
        return with.Length == 0 ? [] :
        [
            new MatrixGroup(
                "Every task after every step", $"{Reading} Framed: the step at which the task is learnt.",
                "tables/tasks.csv", [.. shown.Select(cell => ByTask(cell.Title, cell.Progress))], with.Length),
            new MatrixGroup(
                "What is forgotten, class by class",
                $"{Reading} Forgetting is the mean loss since the class was told best.",
                "tables/forgetting.csv", [.. shown.Select(cell => ByClass(cell.Title, cell.Progress))], with.Length),
        ];
    }

    private static MatrixTable ByTask(string title, StreamProgress progress)
    {
        int[] steps = MatrixLimits.Steps(progress.Tasks.Count);
        TaskCurve[] tasks = [.. steps.Select(step => progress.Tasks[step - 1])];
        return new MatrixTable(
            title,
            "task \\ step",
            [.. steps.Select(step => TableFile.Text(step))],
            [
                .. tasks.Select(task => new MatrixRow(
                    TableFile.Text(task.Task),
                    [.. steps.Select(step => Cell(task.Means[step - 1], step == task.Task))])),
            ],
            MatrixLimits.Note(steps.Length, progress.Tasks.Count));
    }

    // Of many classes those that were forgotten most, in the data set's order.
    private static MatrixTable ByClass(string title, StreamProgress progress)
    {
        int count = progress.Classes.Count;
        int[] kept =
        [
            .. Enumerable.Range(0, count)
                .OrderByDescending(label => progress.Classes[label].Forgetting ?? double.NegativeInfinity)
                .Take(MostClasses).Order(),
        ];
        int[] steps = MatrixLimits.Steps(progress.Tasks.Count);
        string cut = kept.Length == count ? "" : string.Create(
            CultureInfo.InvariantCulture, $"The {kept.Length} of {count} classes that were forgotten most. ");
        return new MatrixTable(
            title,
            "class \\ step",
            [.. steps.Select(step => TableFile.Text(step)), "forgetting"],
            [.. kept.Select(label => Row(progress.Classes[label], steps))],
            $"{cut}{MatrixLimits.Note(steps.Length, progress.Tasks.Count)}".TrimEnd());
    }

    private static MatrixRow Row(ClassCurve label, int[] steps) => new(
        label.Name,
        [
            .. steps.Select(step => Cell(label.Means[step - 1], isDiagonal: false)),
            new MatrixCell(MatrixLimits.Text(label.Forgetting ?? double.NaN), double.NaN),
        ]);

    private static MatrixCell Cell(double value, bool isDiagonal) =>
        new(MatrixLimits.Text(value), value, isDiagonal && !double.IsNaN(value));
}
