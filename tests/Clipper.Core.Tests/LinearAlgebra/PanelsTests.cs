using System.Numerics;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Tests.LinearAlgebra;

public sealed class PanelsTests
{
    public static TheoryData<int, int> Shapes =>
        new()
        {
            { 1, 1 }, { 7, 8 }, { 8, 7 }, { 15, 16 }, { 16, 15 }, { 17, 31 }, { 31, 32 }, { 33, 33 },
            { 511, 48 }, { 513, 17 },
        };

    [Theory]
    [MemberData(nameof(Shapes))]
    public void AddProduct_agrees_with_plain_loops(int depth, int columns)
    {
        AddProductAgrees<float>(depth, columns, 1e-5);
        AddProductAgrees<double>(depth, columns, 1e-12);
    }

    [Theory]
    [MemberData(nameof(Shapes))]
    public void AddGram_agrees_with_plain_loops(int rows, int columns)
    {
        Matrix<double> matrix = Numbers.Normal<double>(rows, columns, 3);
        Panels<double> panels = Packed(matrix);
        int stride = panels.PaddedColumns;
        var sums = new double[stride * stride];

        panels.AddGram(sums, stride);

        for (int i = 0; i < columns; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double expected = Enumerable.Range(0, rows).Sum(row => matrix.Row(row)[i] * matrix.Row(row)[j]);
                Assert.Equal(expected, sums[(i * stride) + j], 1e-10);
            }
        }
    }

    [Fact]
    public void AddProductFromLeft_reads_packed_rows()
    {
        Matrix<double> left = Numbers.Normal<double>(16, 37, 4);
        Matrix<double> right = Numbers.Normal<double>(11, 37, 5);
        Panels<double> packed = Packed(left);
        var columns = new Panels<double>(packed.PaddedColumns, right.Rows);
        for (int column = 0; column < right.Rows; column++)
        {
            columns.SetColumn(column, right.Row(column));
        }

        var sums = new double[16 * columns.PaddedColumns];
        packed.AddProductFromLeft(columns, 16, sums, columns.PaddedColumns);

        var expected = new double[16 * 11];
        RowProducts.Compute(left, right, expected);
        for (int cell = 0; cell < expected.Length; cell++)
        {
            Assert.Equal(expected[cell], sums[(cell / 11 * columns.PaddedColumns) + (cell % 11)], 1e-12);
        }
    }

    private static void AddProductAgrees<T>(int depth, int columns, double tolerance)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        Matrix<T> left = Numbers.Normal<T>(PanelProduct.Rows, depth, 1);
        Matrix<T> right = Numbers.Normal<T>(depth, columns, 2);
        Panels<T> panels = Packed(right);
        var sums = new T[PanelProduct.Rows * panels.PaddedColumns];
        Array.Fill(sums, T.One);

        panels.AddProduct(
            left.Values, new LeftSteps(depth, 0, 1, 1, depth), PanelProduct.Rows, sums, panels.PaddedColumns);

        for (int i = 0; i < PanelProduct.Rows; i++)
        {
            for (int j = 0; j < columns; j++)
            {
                double expected = 1;
                for (int k = 0; k < depth; k++)
                {
                    expected += double.CreateChecked(left.Row(i)[k]) * double.CreateChecked(right.Row(k)[j]);
                }

                double actual = double.CreateChecked(sums[(i * panels.PaddedColumns) + j]);
                Assert.Equal(expected, actual, tolerance * (1 + depth));
            }
        }
    }

    private static Panels<T> Packed<T>(Matrix<T> matrix)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var panels = new Panels<T>(matrix.Rows, matrix.Columns);
        for (int row = 0; row < matrix.Rows; row++)
        {
            panels.SetRow(row, matrix.Row(row));
        }

        return panels;
    }
}
