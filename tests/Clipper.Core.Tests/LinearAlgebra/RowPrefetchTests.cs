using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.LinearAlgebra;

public sealed class RowPrefetchTests
{
    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(17)]
    [InlineData(513)]
    public void Begin_takes_a_row_of_any_length_and_changes_nothing(int length)
    {
        float[] row = [.. Enumerable.Range(0, length)];

        RowPrefetch.Begin<float>(row);

        Assert.Equal(Enumerable.Range(0, length).Select(i => (float)i), row);
    }
}
