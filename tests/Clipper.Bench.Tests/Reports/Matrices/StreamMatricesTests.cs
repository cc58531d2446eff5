using Clipper.Bench.Methods;
using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Matrices;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Reports.Matrices;

public sealed class StreamMatricesTests
{
    [Fact]
    public void Tasks_are_rows_and_steps_are_columns_from_the_step_at_which_they_are_learnt()
    {
        MatrixTable table = StreamMatrices.Of([Cell(tasks: 3, classes: 2)])[0].Tables[0];

        Assert.Equal(["1", "2", "3"], table.Columns);
        Assert.Equal(["1", "2", "3"], table.Rows.Select(row => row.Name));
        Assert.Equal(["", "0.50", "0.50"], table.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Equal([false, true, false], table.Rows[1].Cells.Select(cell => cell.IsDiagonal));
    }

    [Fact]
    public void Classes_have_their_forgetting_in_the_last_column()
    {
        MatrixTable table = StreamMatrices.Of([Cell(tasks: 3, classes: 2)])[1].Tables[0];

        Assert.Equal(["1", "2", "3", "forgetting"], table.Columns);
        Assert.Equal(["0.50", "0.50", "0.50", "0.01"], table.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Empty(table.Note);
    }

    [Fact]
    public void Of_long_streams_spaced_steps_are_shown_and_of_many_classes_the_most_forgotten()
    {
        IReadOnlyList<MatrixGroup> groups = StreamMatrices.Of([Cell(tasks: 100, classes: 100)]);

        MatrixTable tasks = groups[0].Tables[0];
        MatrixTable classes = groups[1].Tables[0];
        Assert.Equal(25, tasks.Rows.Count);
        Assert.Equal(("1", "100"), (tasks.Columns[0], tasks.Columns[^1]));
        Assert.Equal("25 of 100 steps.", tasks.Note);
        Assert.Equal(40, classes.Rows.Count);
        Assert.Equal(("class 60", "class 99"), (classes.Rows[0].Name, classes.Rows[^1].Name));
        Assert.Equal("The 40 of 100 classes that were forgotten most. 25 of 100 steps.", classes.Note);
    }

    [Fact]
    public void Cells_without_streams_have_none() => Assert.Empty(
        StreamMatrices.Of([new ReportCell(ReportRecords.Of("wi", "accuracy", 0.5), null, null)]));

    // Every task is told half the time once it is learnt; class i is forgotten by i hundredths.
    private static ReportCell Cell(int tasks, int classes)
    {
        double[] After(int task) =>
            [.. Enumerable.Range(0, tasks).Select(step => step < task ? double.NaN : 0.5)];
        var progress = new StreamProgress(
            Condition.None,
            [.. Enumerable.Range(0, tasks).Select(task => new TaskCurve(task + 1, After(task), After(task)))],
            [
                .. Enumerable.Range(0, classes).Select(label =>
                    new ClassCurve($"class {label}", After(0), After(0), label / 100.0)),
            ]);
        return new ReportCell(ReportRecords.Of("wi", "accuracy", 0.5), null, progress);
    }
}
