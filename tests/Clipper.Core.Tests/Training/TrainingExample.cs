using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;

namespace Clipper.Core.Tests.Training;

/// <summary>A seeded support set: rows around one centre a class, so that training has something to learn.</summary>
internal static class TrainingExample
{
    public static Matrix<double> Rows(int classes, int shots, int dimension, uint seed = 1)
    {
        var random = new RandomState(seed);
        var centres = new Matrix<double>(classes, dimension);
        foreach (ref double value in centres.Values)
        {
            value = random.NextDouble() - 0.4;
        }

        var rows = new Matrix<double>(classes * shots, dimension);
        for (int row = 0; row < rows.Rows; row++)
        {
            for (int k = 0; k < dimension; k++)
            {
                rows.Row(row)[k] = centres.Row(row / shots)[k] + (random.NextDouble() - 0.5);
            }
        }

        return rows;
    }

    public static LabelRows Single(int classes, int shots) =>
        LabelRows.Single([.. Enumerable.Range(0, classes * shots).Select(row => row / shots)], classes);

    /// <summary>Every third row carries the next class too.</summary>
    public static LabelRows Several(int classes, int shots) => LabelRows.Of(
        [
            .. Enumerable.Range(0, classes * shots).Select(row => row % 3 == 0
                ? new[] { row / shots, ((row / shots) + 1) % classes }
                : [row / shots]),
        ],
        classes);

    public static ImprintedHead<T> Head<T>(HeadKind kind, MatrixView<T> rows, LabelRows labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T> =>
        ImprintedHead<T>.Imprint(kind, rows, labels, [.. Enumerable.Range(0, labels.Classes).Select(c => $"c{c}")]);

    public static Matrix<float> Narrow(Matrix<double> rows) =>
        new(Array.ConvertAll(rows.Values.ToArray(), value => (float)value), rows.Rows, rows.Columns);
}
