using Clipper.Bench.Stages;

namespace Clipper.Bench.Tests.Stages;

public sealed class RowIdsTests
{
    [Fact]
    public void Numbers_of_any_count_are_made_as_they_are_asked_for()
    {
        IReadOnlyList<string> numbers = RowIds.Numbers(int.MaxValue);

        Assert.Equal(int.MaxValue, numbers.Count);
        Assert.Equal("2147483646", numbers[^1]);
        Assert.Equal(["0", "1", "2"], numbers.Take(3));
        Assert.Throws<ArgumentOutOfRangeException>(() => numbers[int.MaxValue]);
        Assert.Equal(["0", "1", "2"], RowIds.Numbers(3));
    }
}
