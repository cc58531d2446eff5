using System.Numerics.Tensors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>Nearest class mean: a query belongs to the class whose mean of support embeddings is nearest
/// (scikit-learn's <c>NearestCentroid</c>). With cosines, rows and means are scaled to unit length, which is what
/// imprinting does.</summary>
public sealed class NearestClassMean
{
    private readonly NeighbourDistance _distance;
    private readonly bool[] _hasRows;

    private NearestClassMean(NeighbourDistance distance, Matrix<double> means, bool[] hasRows)
    {
        _distance = distance;
        Means = means;
        _hasRows = hasRows;
    }

    /// <summary>The means [classes, d], of unit length for cosines; zeros for a class without rows.</summary>
    public Matrix<double> Means { get; }

    /// <summary>Means of <paramref name="embeddings"/> [n, d] over the rows that carry each class; a row with several
    /// labels takes part in the mean of each.</summary>
    /// <exception cref="ArgumentException">Rows and labels do not fit together, or there are no rows.</exception>
    /// <exception cref="NonFiniteException">An embedding holds a NaN or an infinity.</exception>
    public static NearestClassMean Fit(Matrix<float> embeddings, LabelRows labels, NeighbourDistance distance)
    {
        SupportShape.Require(embeddings, labels);
        var means = new Matrix<double>(labels.Classes, embeddings.Columns);
        int[] counts = labels.Counts();
        var wide = new double[embeddings.Columns];
        for (int row = 0; row < embeddings.Rows; row++)
        {
            Read(embeddings, row, distance, wide);
            foreach (int label in labels.Row(row))
            {
                TensorPrimitives.Add(means.Row(label), wide, means.Row(label));
            }
        }

        for (int c = 0; c < counts.Length; c++)
        {
            Span<double> mean = means.Row(c);
            double divisor = distance == NeighbourDistance.Euclidean
                ? Math.Max(1, counts[c])
                : UnitRows.NormOf(TensorPrimitives.SumOfSquares<double>(mean));
            TensorPrimitives.Divide(mean, divisor, mean);
        }

        return new NearestClassMean(distance, means, Array.ConvertAll(counts, count => count > 0));
    }

    /// <summary>How near each query is to each mean, [queries, classes]: −‖x − mean‖₂, or the cosine; −∞ for a class
    /// without rows. The greatest of a row wins, the lowest class on ties.</summary>
    /// <exception cref="ArgumentException">The queries have another dimension.</exception>
    /// <exception cref="NonFiniteException">A query holds a NaN or an infinity.</exception>
    public Matrix<double> Nearness(MatrixView<float> queries)
    {
        if (queries.Columns != Means.Columns)
        {
            throw new ArgumentException($"Queries of shape {queries.Shape} do not fit means of {Means.View.Shape}.");
        }

        var nearness = new Matrix<double>(queries.Rows, Means.Rows);
        var wide = new double[queries.Columns];
        for (int query = 0; query < queries.Rows; query++)
        {
            Read(queries, query, _distance, wide);
            for (int c = 0; c < Means.Rows; c++)
            {
                nearness.Row(query)[c] = _hasRows[c] ? Nearness(wide, Means.Row(c)) : double.NegativeInfinity;
            }
        }

        return nearness;
    }

    private double Nearness(ReadOnlySpan<double> query, ReadOnlySpan<double> mean) =>
        _distance == NeighbourDistance.Euclidean
            ? -TensorPrimitives.Distance(query, mean)
            : TensorPrimitives.Dot(query, mean);

    private static void Read(MatrixView<float> rows, int row, NeighbourDistance distance, Span<double> wide)
    {
        double norm = UnitRows.Widen(rows, row, wide);
        if (distance == NeighbourDistance.Cosine)
        {
            TensorPrimitives.Divide(wide, norm, wide);
        }
    }
}
