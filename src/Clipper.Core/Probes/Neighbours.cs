using System.Numerics.Tensors;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>The nearest support rows of each query, near to far, the lower row first where distances are
/// equal.</summary>
/// <param name="Rows">Support rows [queries, k].</param>
/// <param name="Distances">Their distances [queries, k].</param>
public sealed record Neighbours(Matrix<int> Rows, Matrix<double> Distances)
{
    /// <summary>The share of the votes of the nearest <paramref name="k"/> that each class has, [queries, classes]:
    /// scikit-learn's <c>KNeighborsClassifier.predict_proba</c>. The winner of a row is its greatest share, the lowest
    /// class on ties. With several labels a row, every label of a neighbour has its vote, and shares need not sum to
    /// 1.</summary>
    /// <param name="labels">The classes of the support rows.</param>
    /// <param name="k">At most as many as were looked for.</param>
    /// <param name="weights">What a vote counts.</param>
    /// <exception cref="ArgumentOutOfRangeException">k is outside [1, neighbours].</exception>
    public Matrix<double> Shares(LabelRows labels, int k, NeighbourWeights weights)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(k, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(k, Rows.Columns);
        var shares = new Matrix<double>(Rows.Rows, labels.Classes);
        var votes = new double[k];
        for (int query = 0; query < shares.Rows; query++)
        {
            Weigh(Distances.Row(query)[..k], weights, votes);
            Span<double> row = shares.Row(query);
            for (int i = 0; i < k; i++)
            {
                foreach (int label in labels.Row(Rows.Row(query)[i]))
                {
                    row[label] += votes[i];
                }
            }

            TensorPrimitives.Divide(row, TensorPrimitives.Sum<double>(votes), row);
        }

        return shares;
    }

    private static void Weigh(ReadOnlySpan<double> distances, NeighbourWeights weights, Span<double> votes)
    {
        votes.Fill(1);
        if (weights == NeighbourWeights.Distance)
        {
            bool hasTwin = distances.Contains(0);
            for (int i = 0; i < votes.Length; i++)
            {
                votes[i] = hasTwin ? (distances[i] == 0 ? 1 : 0) : 1 / distances[i];
            }
        }
    }
}
