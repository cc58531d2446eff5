using Clipper.Bench.Stages;

namespace Clipper.Bench.Tests.Stages;

public sealed class LabelOrderTests
{
    [Theory]
    [InlineData("10 9 -1 2", "-1 2 9 10")]
    [InlineData("10 9 b", "10 9 b")]
    [InlineData("zoo apple Ångström Zebra _x", "Zebra _x apple zoo Ångström")]
    [InlineData("b a b", "a b")]
    public void Numbers_sort_by_value_and_all_else_by_code_point(string labels, string sorted) =>
        Assert.Equal(sorted.Split(' '), LabelOrder.Sort(labels.Split(' ')));

    [Fact]
    public void Astral_characters_come_after_the_basic_plane() =>
        Assert.Equal(["\uFF5E", "\U0001F642"], LabelOrder.Sort(["\U0001F642", "\uFF5E"]));
}
