using Clipper.Bench.Methods;
using Clipper.Bench.Reports;
using Clipper.Bench.Reports.Matrices;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Tests.Reports.Matrices;

public sealed class ConfusionMatricesTests
{
    [Fact]
    public void Few_classes_are_shown_in_full_with_shares_of_the_row()
    {
        MatrixTable table = Of(Cell(2, [0, 0, 3, 0, 1, 1, 1, 1, 5])).Tables[0];

        Assert.Equal("shapes single · m · 5w1s15q · wi", table.Title);
        Assert.Equal(["class 0", "class 1"], table.Columns);
        Assert.Equal([new("3", 0.75, true), new("1", 0.25)], table.Rows[0].Cells);
        Assert.Equal(["", "5"], table.Rows[1].Cells.Select(cell => cell.Text));
        Assert.Empty(table.Note);
    }

    [Theory]
    [InlineData(31)]
    [InlineData(120)]
    public void Of_many_classes_the_most_mistaken_stand_alone_and_no_query_is_lost(int classes)
    {
        // Everything is right but for the last two, which are taken for each other.
        int[] right = [.. Enumerable.Range(0, classes).SelectMany(label => new[] { label, label, 10 })];
        int[] wrong = [classes - 2, classes - 1, 4, classes - 1, classes - 2, 1];

        MatrixTable table = Of(Cell(classes, [.. right, .. wrong])).Tables[0];

        Assert.Equal(21, table.Columns.Count);
        Assert.Equal([$"class {classes - 2}", $"class {classes - 1}", "others"], table.Columns.TakeLast(3));
        Assert.Equal((classes * 10) + 5, table.Rows.SelectMany(row => row.Cells).Sum(
            cell => cell.Text.Length == 0 ? 0 : int.Parse(cell.Text)));
        Assert.Equal("4", table.Rows[^3].Cells[^2].Text);
        Assert.False(table.Rows[^1].Cells[^1].IsDiagonal);
        Assert.StartsWith($"The 20 of {classes} classes that were mistaken most often", table.Note,
            StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_cells_the_first_are_made_and_all_are_counted()
    {
        MatrixGroup group = Of([.. Enumerable.Repeat(Cell(2, [0, 0, 3]), 200)]);

        Assert.Equal((60, 200), (group.Tables.Count, group.Count));
    }

    [Fact]
    public void Nothing_is_made_where_nothing_was_counted() => Assert.Null(ConfusionMatrices.Of([Cell(2, [])]));

    private static MatrixGroup Of(params ReportCell[] cells)
    {
        MatrixGroup? group = ConfusionMatrices.Of(cells);
        Assert.NotNull(group);
        return group;
    }

    private static ReportCell Cell(int classes, int[] confusion)
    {
        int Wrong(int label) => confusion.Chunk(3).Where(entry => entry[0] != entry[1] && entry[1] == label)
            .Sum(entry => entry[2]);
        ClassTally[] tallies =
            [.. Enumerable.Range(0, classes).Select(label => new ClassTally($"class {label}", 0, Wrong(label), 0, 0))];
        return new ReportCell(
            ReportRecords.Of("wi", "accuracy", 0.5),
            new CellMistakes(Condition.None, null, tallies, confusion, []),
            null);
    }
}
