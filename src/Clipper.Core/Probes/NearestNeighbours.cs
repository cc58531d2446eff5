using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>Finds the support rows nearest to queries, by comparing with each of them, in double.</summary>
public static class NearestNeighbours
{
    /// <summary>The <paramref name="k"/> nearest of <paramref name="support"/> [n, d] to each of
    /// <paramref name="queries"/> [m, d].</summary>
    /// <exception cref="ArgumentException">The shapes do not fit, or k is outside [1, n].</exception>
    /// <exception cref="NonFiniteException">An embedding holds a NaN or an infinity.</exception>
    public static Neighbours Find(
        MatrixView<float> support, MatrixView<float> queries, int k, NeighbourDistance distance)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, support.Rows);
        if (support.Columns != queries.Columns)
        {
            throw new ArgumentException(
                $"Queries of shape {queries.Shape} do not fit a support of shape {support.Shape}.");
        }

        Matrix<double> known = Prepare(support, distance);
        Matrix<double> asked = Prepare(queries, distance);
        var rows = new Matrix<int>(queries.Rows, k);
        var distances = new Matrix<double>(queries.Rows, k);
        var all = new double[known.Rows];
        var order = new int[known.Rows];
        for (int query = 0; query < asked.Rows; query++)
        {
            Measure(known, asked.Row(query), distance, all);
            for (int row = 0; row < order.Length; row++)
            {
                order[row] = row;
            }

            order.AsSpan().Sort((a, b) => all[a] != all[b] ? all[a].CompareTo(all[b]) : a.CompareTo(b));
            for (int i = 0; i < k; i++)
            {
                rows.Row(query)[i] = order[i];
                distances.Row(query)[i] = all[order[i]];
            }
        }

        return new Neighbours(rows, distances);
    }

    private static Matrix<double> Prepare(MatrixView<float> rows, NeighbourDistance distance)
    {
        var wide = new Matrix<double>(rows.Rows, rows.Columns);
        for (int row = 0; row < rows.Rows; row++)
        {
            double norm = UnitRows.Widen(rows, row, wide.Row(row));
            if (distance == NeighbourDistance.Cosine)
            {
                TensorPrimitives.Divide(wide.Row(row), norm, wide.Row(row));
            }
        }

        return wide;
    }

    private static void Measure(
        Matrix<double> known, ReadOnlySpan<double> query, NeighbourDistance distance, Span<double> distances)
    {
        for (int row = 0; row < distances.Length; row++)
        {
            distances[row] = distance == NeighbourDistance.Euclidean
                ? TensorPrimitives.Distance(known.Row(row), query)
                : Math.Max(0, 1 - TensorPrimitives.Dot(known.Row(row), query));
        }
    }
}
