using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.LinearAlgebra;

public sealed class RowProductsTests
{
    public static TheoryData<int> Lengths => [0, 1, 7, 8, 15, 16, 17, 511, 512, 513];

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Compute_agrees_with_plain_loops_in_float(int length)
    {
        Matrix<float> left = Numbers.Normal<float>(5, length, 1);
        Matrix<float> right = Numbers.Normal<float>(7, length, 2);
        var products = new float[35];

        RowProducts.Compute(left, right, products);

        for (int cell = 0; cell < products.Length; cell++)
        {
            double expected = 0;
            double scale = 1;
            for (int k = 0; k < length; k++)
            {
                double term = (double)left.Row(cell / 7)[k] * right.Row(cell % 7)[k];
                expected += term;
                scale += Math.Abs(term);
            }

            Assert.Equal(expected, products[cell], 1e-6 * scale);
        }
    }

    [Theory]
    [MemberData(nameof(Lengths))]
    public void Compute_agrees_with_plain_loops_in_double(int length)
    {
        Matrix<double> left = Numbers.Normal<double>(3, length, 3);
        Matrix<double> right = Numbers.Normal<double>(1, length, 4);
        var products = new double[3];

        RowProducts.Compute(left, right, products);

        for (int row = 0; row < 3; row++)
        {
            double expected = 0;
            for (int k = 0; k < length; k++)
            {
                expected += left.Row(row)[k] * right.Row(0)[k];
            }

            Assert.Equal(expected, products[row], 1e-12);
        }
    }

    [Theory]
    [InlineData(9, 11, 513)]
    [InlineData(9, 11, 512)]
    [InlineData(4, 8, 8)]
    [InlineData(5, 9, 24)]
    [InlineData(3, 8, 64)]
    [InlineData(4, 7, 64)]
    [InlineData(13, 40, 768)]
    public void Compute_gives_a_pair_of_rows_the_same_bits_in_every_company(int rows, int columns, int length)
    {
        Matrix<float> left = Numbers.Normal<float>(rows, length, 5);
        Matrix<float> right = Numbers.Normal<float>(columns, length, 6);
        var together = new float[rows * columns];
        var alone = new float[1];

        RowProducts.Compute(left, right, together);

        for (int cell = 0; cell < together.Length; cell++)
        {
            RowProducts.Compute(
                left.View.Slice(cell / columns, 1), right.View.Slice(cell % columns, 1), alone);
            Assert.Equal(alone[0], together[cell]);
        }
    }

    [Theory]
    [InlineData(0, 3)]
    [InlineData(3, 0)]
    public void Compute_of_no_rows_does_nothing(int left, int right) =>
        RowProducts.Compute(new Matrix<float>(left, 4), new Matrix<float>(right, 4).View, []);
}
