using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;

namespace Clipper.Core.Tests.Imprinting;

public sealed class RowSourceTests
{
    [Theory]
    [InlineData(1, 1, 1)]
    [InlineData(3, 5, 7)]
    [InlineData(75, 5, 512)]
    [InlineData(8, 4, 513)]
    public void Rows_that_are_read_in_place_give_the_bits_of_a_matrix(int rows, int classes, int dimension)
    {
        var random = new RandomState(3u);
        var matrix = new Matrix<float>(rows, dimension);
        foreach (ref float value in matrix.Values)
        {
            value = (float)(random.NextDouble() - 0.5);
        }

        var labels = LabelRows.Single([.. Enumerable.Range(0, rows).Select(row => row % classes)], classes);
        string[] names = [.. Enumerable.Range(0, classes).Select(c => $"c{c}")];
        foreach (HeadKind kind in new[] { HeadKind.Wi, HeadKind.Mwi })
        {
            var plain = ImprintedHead<float>.Imprint(kind, matrix.View, labels, names);
            var inPlace = ImprintedHead<float>.Imprint(kind, new MatrixRows(matrix), labels, names);
            var expected = new float[rows * classes];
            var actual = new float[rows * classes];
            plain.Scores(matrix.View, expected);
            inPlace.Scores(new MatrixRows(matrix), actual);

            Assert.Equal(plain.Weights.Values.ToArray(), inPlace.Weights.Values.ToArray());
            Assert.Equal(expected, actual);
        }
    }
}
