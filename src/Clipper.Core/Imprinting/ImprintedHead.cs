using System.Numerics;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Imprinting;

/// <summary>Imprinted weights: one unit vector a class (to be written by its owner; this is the agreed surface).</summary>
public sealed class ImprintedHead<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Softmax or sigmoid.</summary>
    public HeadKind Kind => throw new NotImplementedException();

    /// <summary>Class names, in column order.</summary>
    public IReadOnlyList<string> Classes => throw new NotImplementedException();

    /// <summary>Unit weights [classes, d].</summary>
    public Matrix<T> Weights => throw new NotImplementedException();

    /// <summary>Imprints. A class without a support row is kept as unimprinted: it can never win.</summary>
    public static ImprintedHead<T> Imprint(HeadKind kind, MatrixView<T> embeddings, LabelRows labels, IReadOnlyList<string> classes) => throw new NotImplementedException();

    /// <summary>From stored weights (rows of zeros are unimprinted).</summary>
    public static ImprintedHead<T> FromWeights(HeadKind kind, Matrix<T> weights, IReadOnlyList<string> classes) => throw new NotImplementedException();

    /// <summary>A new head with the columns of new classes appended.</summary>
    public ImprintedHead<T> Add(MatrixView<T> embeddings, LabelRows labels, IReadOnlyList<string> classes) => throw new NotImplementedException();

    /// <summary>Whether class <paramref name="index"/> had support.</summary>
    public bool IsImprinted(int index) => throw new NotImplementedException();

    /// <summary>Cosines [n, classes]; -inf for unimprinted classes. Queries are normalised inside.</summary>
    public void Logits(MatrixView<T> queries, Span<T> logits) => throw new NotImplementedException();

    /// <summary>Scores [n, classes]: softmax (wi) or sigmoid (mwi); 0 for unimprinted classes.</summary>
    public void Scores(MatrixView<T> queries, Span<T> scores) => throw new NotImplementedException();
}
