using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.LinearAlgebra;

public sealed class UnitRowsTests
{
    [Theory]
    [MemberData(nameof(RowProductsTests.Lengths), MemberType = typeof(RowProductsTests))]
    public void Normalize_agrees_with_a_plain_loop(int length)
    {
        Matrix<float> matrix = Numbers.Normal<float>(3, length, 7);

        Matrix<float> unit = UnitRows.Normalize(matrix.View);

        for (int row = 0; row < 3; row++)
        {
            double squares = 0;
            foreach (float value in matrix.Row(row))
            {
                squares += (double)value * value;
            }

            for (int k = 0; k < length; k++)
            {
                Assert.Equal((float)(matrix.Row(row)[k] / Math.Sqrt(squares)), unit.Row(row)[k], 1e-7f);
            }
        }
    }

    // Rows that are nearly unit are copied, so norms on both sides of what counts as that are tried.
    [Theory]
    [InlineData(0)]
    [InlineData(1e-9)]
    [InlineData(-1e-9)]
    [InlineData(1.4e-8)]
    [InlineData(-1.4e-8)]
    [InlineData(3e-8)]
    [InlineData(-3e-8)]
    [InlineData(2e-7)]
    public void Normalize_of_nearly_unit_rows_has_the_bits_of_the_division(double away)
    {
        const int Rows = 400;
        const int Length = 96;
        Matrix<float> unit = UnitRows.Normalize(Numbers.Normal<float>(Rows, Length, 11).View);
        for (int row = 0; row < Rows; row++)
        {
            // A power of two has its nearest neighbour below.
            unit.Row(row)[0] = row % 2 == 0 ? 0.25f : unit.Row(row)[0];
            unit.Row(row)[1] = row % 3 == 0 ? -0f : unit.Row(row)[1];
            Rescale(unit.Row(row), 1 + away);
        }

        Matrix<float> again = UnitRows.Normalize(unit.View);

        for (int row = 0; row < Rows; row++)
        {
            double norm = UnitRows.Norm<float>(unit.Row(row), row);
            for (int k = 0; k < Length; k++)
            {
                Assert.Equal(
                    BitConverter.SingleToInt32Bits((float)(unit.Row(row)[k] / norm)),
                    BitConverter.SingleToInt32Bits(again.Row(row)[k]));
            }
        }
    }

    [Fact]
    public void Normalize_keeps_a_zero_row_zero()
    {
        Matrix<double> unit = UnitRows.Normalize(new Matrix<double>([0, 0, 3, 4], 2, 2).View);

        Assert.Equal([0, 0, 0.6, 0.8], unit.Values.ToArray());
    }

    [Fact]
    public void Normalize_of_float_numbers_near_the_end_of_their_range_neither_overflows_nor_vanishes()
    {
        Matrix<float> unit = UnitRows.Normalize(new Matrix<float>([3e38f, 0, 0, 1e-38f], 2, 2).View);

        Assert.Equal([1, 0, 0, 1], unit.Values.ToArray());
    }

    [Theory]
    [InlineData(float.NaN, "NaN")]
    [InlineData(float.PositiveInfinity, "Infinity")]
    [InlineData(float.NegativeInfinity, "-Infinity")]
    public void Normalize_of_a_number_that_is_not_finite_names_its_place(float value, string shown)
    {
        var matrix = new Matrix<float>([1, 2, 3, 4, value, 6], 3, 2);

        var error = Assert.Throws<NonFiniteException>(() => UnitRows.Normalize(matrix.View));

        Assert.Equal((2, 0), (error.Row, error.Column));
        Assert.Contains($"Row 2 holds {shown} at column 0", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Normalize_of_a_norm_beyond_double_is_refused()
    {
        var error = Assert.Throws<ArgumentException>(() => UnitRows.Normalize(new Matrix<double>([1e200], 1, 1).View));

        Assert.Contains("Row 0 is finite, but", error.Message, StringComparison.Ordinal);
    }

    // The last number makes up for what rounding leaves of the norm.
    private static void Rescale(Span<float> row, double norm)
    {
        double squares = 0;
        foreach (float value in row[..^1])
        {
            squares += (double)value * value;
        }

        row[^1] = (float)Math.Sqrt(Math.Max(0, (norm * norm) - squares));
    }
}
