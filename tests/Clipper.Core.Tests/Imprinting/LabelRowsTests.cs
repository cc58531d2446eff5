using Clipper.Core.Imprinting;

namespace Clipper.Core.Tests.Imprinting;

public sealed class LabelRowsTests
{
    [Fact]
    public void Of_sorts_each_row_and_counts_duplicates_once()
    {
        int[] given = [3, 0, 3, 1];

        LabelRows labels = LabelRows.Of([given, [], [2]], 5);

        Assert.Equal((3, 5), (labels.Rows, labels.Classes));
        Assert.Equal([0, 1, 3], labels.Row(0).ToArray());
        Assert.Empty(labels.Row(1).ToArray());
        Assert.Equal([2], labels.Row(2).ToArray());
        Assert.Equal([3, 0, 3, 1], given);
    }

    [Fact]
    public void Single_gives_every_row_one_label()
    {
        LabelRows labels = LabelRows.Single([2, 0], 3);

        Assert.Equal([2], labels.Row(0).ToArray());
        Assert.Equal([0], labels.Row(1).ToArray());
    }

    [Fact]
    public void Labels_and_Ends_are_those_of_the_rows()
    {
        LabelRows labels = LabelRows.Of([[3, 0], [], [2]], 5);

        Assert.Equal([0, 3, 2], labels.Labels.ToArray());
        Assert.Equal([2, 2, 3], labels.Ends.ToArray());
        Assert.True(labels.HasEmptyRows);
        Assert.False(LabelRows.Of([[3, 0], [2]], 5).HasEmptyRows);
        Assert.False(LabelRows.Single([2, 0], 3).HasEmptyRows);
    }

    [Fact]
    public void Has_tells_the_labels_of_a_row()
    {
        LabelRows labels = LabelRows.Of([[1, 3]], 4);

        Assert.Equal([false, true, false, true], Enumerable.Range(0, 4).Select(c => labels.Has(0, c)));
    }

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void Label_outside_the_classes_is_refused_by_row(int label)
    {
        var single = Assert.Throws<ArgumentOutOfRangeException>(() => LabelRows.Single([0, label], 2));
        var several = Assert.Throws<ArgumentOutOfRangeException>(() => LabelRows.Of([[0], [label]], 2));

        string expected = $"Row 1 carries class {label}; classes are 0 to 1.";
        Assert.StartsWith(expected, single.Message, StringComparison.Ordinal);
        Assert.StartsWith(expected, several.Message, StringComparison.Ordinal);
    }
}
