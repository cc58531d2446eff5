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

    [Theory]
    [InlineData(3, 2)]
    [InlineData(1_000, 512)]
    public void Matrix_of_zeros_holds_its_rows_and_nothing_beside_them(int rows, int columns)
    {
        var matrix = new Matrix<float>(rows, columns);
        matrix.Row(0).Fill(1);
        matrix.Row(rows - 1).Fill(2);

        Assert.Equal(rows * columns, matrix.Values.Length);
        Assert.Equal(columns, matrix.Values.Count(1f));
        Assert.All(matrix.View.Row(rows - 1).ToArray(), value => Assert.Equal(2, value));
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Row(-1).Length);
        Assert.Throws<ArgumentOutOfRangeException>(() => matrix.Row(rows).Length);
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
