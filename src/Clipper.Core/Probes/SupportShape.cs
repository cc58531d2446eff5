using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Probes;

/// <summary>The check that all probes make on what they are fitted to.</summary>
internal static class SupportShape
{
    /// <summary>At least one row and one feature, and as many rows of labels.</summary>
    /// <exception cref="ArgumentException">That is not so.</exception>
    public static void Require(Matrix<float> embeddings, LabelRows labels)
    {
        if (embeddings.Rows == 0 || embeddings.Columns == 0)
        {
            throw new ArgumentException($"A probe needs support embeddings, got shape {embeddings.View.Shape}.");
        }

        if (embeddings.Rows != labels.Rows)
        {
            throw new ArgumentException(
                $"Embeddings of shape {embeddings.View.Shape} need the labels of {embeddings.Rows} rows, " +
                $"got {labels.Rows}.");
        }
    }
}
