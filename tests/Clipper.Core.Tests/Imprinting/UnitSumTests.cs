using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Tests.LinearAlgebra;

namespace Clipper.Core.Tests.Imprinting;

public sealed class UnitSumTests
{
    [Theory]
    [InlineData(1, 512)]
    [InlineData(4, 512)]
    [InlineData(7, 512)]
    [InlineData(8, 8)]
    [InlineData(9, 768)]
    [InlineData(9, 513)]
    [InlineData(5, 7)]
    public void Rows_together_give_the_same_bits_as_one_after_the_other(int count, int length)
    {
        Matrix<float> rows = Numbers.Normal<float>(count, length, 11);
        int[] order = [.. Enumerable.Range(0, count).Reverse()];

        double[] together = Sum(rows, order);

        double[] alone = new double[length];
        foreach (int row in order)
        {
            UnitSum.Add<float>(rows, [row], 1, alone, new double[length]);
        }

        Assert.Equal(alone, together);
    }

    [Theory]
    [InlineData(512)]
    [InlineData(17)]
    public void Sum_is_that_of_the_definition(int length)
    {
        Matrix<float> rows = Numbers.Normal<float>(6, length, 12);

        double[] sum = Sum(rows, [0, 1, 2, 3, 5]);

        for (int k = 0; k < length; k++)
        {
            double expected = new[] { 0, 1, 2, 3, 5 }.Sum(row => rows.Row(row)[k] / Norm(rows.Row(row)));
            Assert.Equal(expected, sum[k], 1e-12);
        }
    }

    [Fact]
    public void Zero_row_adds_nothing() =>
        Assert.All(Sum(new Matrix<float>(4, 16), [0, 1, 2, 3]), value => Assert.Equal(0, value));

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.NegativeInfinity)]
    public void Number_that_is_not_finite_is_named(float value)
    {
        Matrix<float> rows = Numbers.Normal<float>(6, 16, 13);
        rows.Row(4)[9] = value;

        var error = Assert.Throws<NonFiniteException>(() => Sum(rows, [1, 2, 4, 5]));

        Assert.Contains("row 4", error.Message, StringComparison.OrdinalIgnoreCase);
    }

    private static double[] Sum(Matrix<float> rows, int[] order)
    {
        double[] sum = new double[rows.Columns];
        UnitSum.Add<float>(rows, order, order.Length, sum, new double[rows.Columns]);
        return sum;
    }

    private static double Norm(ReadOnlySpan<float> row)
    {
        double squares = 0;
        foreach (float value in row)
        {
            squares += (double)value * value;
        }

        return Math.Sqrt(squares);
    }
}
