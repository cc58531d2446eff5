using Clipper.Core.Imprinting;

namespace Clipper.Core.Tests.Imprinting;

public sealed class ClassRowsTests
{
    [Fact]
    public void From_gives_the_rows_of_a_class_and_then_those_of_the_next()
    {
        using var rows = new ClassRows(LabelRows.Of([[2, 0], [], [2], [0, 1, 2]], 4));

        Assert.Equal([0, 3, 3, 0, 2, 3], rows.From(0).ToArray());
        Assert.Equal([0, 2, 3], rows.From(2).ToArray());
        Assert.Empty(rows.From(3).ToArray());
        Assert.Equal((2, 1, 3, 0), (rows.Count(0), rows.Count(1), rows.Count(2), rows.Count(3)));
    }

    [Fact]
    public void Samples_without_labels_are_in_no_class()
    {
        using var rows = new ClassRows(LabelRows.Of([[], []], 1));

        Assert.Equal(0, rows.Count(0));
        Assert.Empty(rows.From(0).ToArray());
    }
}
