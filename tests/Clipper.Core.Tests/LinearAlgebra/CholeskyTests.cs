using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.LinearAlgebra;

public sealed class CholeskyTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(65)]
    public void Invert_times_the_matrix_is_the_identity(int size)
    {
        Matrix<double> matrix = Gram(Numbers.Normal<double>(size, 2 * size, 1));
        var copy = new Matrix<double>(matrix.Values.ToArray(), size, size);

        Matrix<double> inverse = Cholesky.Invert(copy);

        var product = new double[size * size];
        RowProducts.Compute(matrix, inverse, product);
        for (int cell = 0; cell < product.Length; cell++)
        {
            Assert.Equal(cell / size == cell % size ? 1 : 0, product[cell], 1e-8);
        }
    }

    [Fact]
    public void Invert_of_an_indefinite_matrix_says_so() =>
        Assert.Throws<ArgumentException>(() => Cholesky.Invert(new Matrix<double>([1, 2, 2, 1], 2, 2)));

    [Theory]
    [InlineData(12, 30, 12)]
    [InlineData(12, 5, 5)]
    public void FactorPivoted_reproduces_the_matrix_with_as_many_columns_as_its_rank(int size, int rank, int columns)
    {
        Matrix<double> matrix = Gram(Numbers.Normal<double>(size, rank, 2));

        (Matrix<double> factor, int[] pivots) = Cholesky.FactorPivoted(matrix, 1e-12);

        Assert.Equal(columns, factor.Columns);
        Assert.Equal(columns, pivots.Distinct().Count());
        var product = new double[size * size];
        RowProducts.Compute(factor, factor, product);
        for (int cell = 0; cell < product.Length; cell++)
        {
            Assert.Equal(matrix.Values[cell], product[cell], 1e-10);
        }

        for (int i = 0; i < columns; i++)
        {
            Assert.All(factor.Row(pivots[i])[(i + 1)..].ToArray(), value => Assert.Equal(0, value));
        }
    }

    [Fact]
    public void SymmetricEigen_gives_orthonormal_vectors_that_the_matrix_scales()
    {
        const int Size = 9;
        Matrix<double> matrix = Gram(Numbers.Normal<double>(Size, 20, 3));

        var axes = SymmetricEigen.Of(matrix);

        var images = new double[Size * Size];
        RowProducts.Compute(axes.Vectors, matrix, images);
        for (int cell = 0; cell < images.Length; cell++)
        {
            Assert.Equal(axes.Values[cell / Size] * axes.Vectors.Values[cell], images[cell], 1e-9);
        }
    }

    private static Matrix<double> Gram(Matrix<double> rows)
    {
        var gram = new Matrix<double>(rows.Rows, rows.Rows);
        RowProducts.Compute(rows, rows, gram.Values);
        return gram;
    }
}
