using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.LinearAlgebra;

public sealed class MatrixTests
{
    [Fact]
    public void Row_gives_the_numbers_of_that_row()
    {
        var matrix = new Matrix<int>([1, 2, 3, 4, 5, 6], 3, 2);

        Assert.Equal([3, 4], matrix.Row(1).ToArray());
        Assert.Equal([5, 6], matrix.View.Row(2).ToArray());
    }

    [Fact]
    public void Slice_gives_neighbouring_rows()
    {
        MatrixView<int> slice = new Matrix<int>([1, 2, 3, 4, 5, 6], 3, 2).View.Slice(1, 2);

        Assert.Equal((2, 2), (slice.Rows, slice.Columns));
        Assert.Equal([3, 4, 5, 6], slice.Values.ToArray());
    }

    [Fact]
    public void Matrix_of_a_length_that_does_not_fit_states_both()
    {
        var error = Assert.Throws<ArgumentException>(() => new Matrix<float>(new float[5], 2, 3));

        Assert.Contains("2×3 matrix needs 6 values, got 5", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Matrix_of_a_negative_size_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new Matrix<float>([], -1, 0));
}
