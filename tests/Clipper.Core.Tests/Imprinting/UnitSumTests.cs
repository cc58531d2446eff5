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
    [InlineData(1, 512)]
    [InlineData(6, 512)]
    [InlineData(5, 33)]
    public void Rows_behind_those_to_add_are_left_out(int count, int length)
    {
        Matrix<float> rows = Numbers.Normal<float>(40, length, 14);
        int[] order = [.. Enumerable.Range(0, 40)];
        double[] sum = new double[length];

        UnitSum.Add<float>(rows, order, count, sum, new double[length]);

        Assert.Equal(Sum(rows, order[..count]), sum);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(19)]
    public void Finish_gives_the_unit_vector(int length)
    {
        double[] sum = Numbers.Normal<double>(1, length, 15).Values.ToArray();
        var unit = new float[length];
        var same = new double[length];

        UnitSum.Finish<float>(sum, unit);
        UnitSum.Finish<double>(sum, same);

        double norm = Math.Sqrt(sum.Sum(value => value * value));
        for (int k = 0; k < length; k++)
        {
            Assert.Equal(sum[k] / norm, same[k], 1e-15);
            Assert.Equal((float)same[k], unit[k]);
        }
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
