using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Imprinting;

/// <summary>Imprinted weights, one unit vector a class: w_c = unit(mean of the unit support vectors that carry c); a
/// query x scores z_c = x̂ · w_c, without bias or temperature (PROTOCOL section 1). It never changes once
/// made.</summary>
/// <typeparam name="T">float, or double as the truth to compare with.</typeparam>
public sealed class ImprintedHead<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    /// <summary>Queries that are scored together: few enough to stay in the cache with a block of weights.</summary>
    private const int QueryBlock = 64;

    private readonly bool[] _imprinted;
    private readonly int[] _unimprinted;

    private ImprintedHead(HeadKind kind, Matrix<T> weights, IReadOnlyList<string> classes, bool[] imprinted)
    {
        RequireDistinct(classes);
        Kind = kind;
        Weights = weights;
        Classes = classes;
        _imprinted = imprinted;
        _unimprinted = [.. Enumerable.Range(0, imprinted.Length).Where(c => !imprinted[c])];
    }

    /// <summary>Softmax or sigmoid.</summary>
    public HeadKind Kind { get; }

    /// <summary>Class names, in column order.</summary>
    public IReadOnlyList<string> Classes { get; }

    /// <summary>Unit weights [classes, d].</summary>
    public Matrix<T> Weights { get; }

    /// <summary>Length of an embedding.</summary>
    public int Dimension => Weights.Columns;

    /// <summary>Imprints <paramref name="embeddings"/> [n, d], which are normalised inside. A class without a support
    /// row is kept as unimprinted: it can never win. A class whose rows are all zero vectors has the weight 0 and the
    /// cosine 0, as in the reference.</summary>
    /// <param name="kind">Softmax or sigmoid.</param>
    /// <param name="embeddings">Support embeddings.</param>
    /// <param name="labels">The classes of each row.</param>
    /// <param name="classes">Class names, in column order (<see cref="ClassList"/> makes them).</param>
    /// <exception cref="ArgumentException">Embeddings, labels and classes do not fit together, or a name
    /// repeats.</exception>
    /// <exception cref="NonFiniteException">An embedding holds a NaN or an infinity.</exception>
    public static ImprintedHead<T> Imprint(
        HeadKind kind, MatrixView<T> embeddings, LabelRows labels, IReadOnlyList<string> classes)
    {
        RequireLabels(embeddings.Rows, embeddings.Columns, labels, classes);
        return new ImprintedHead<T>(kind, Imprinter.Weights(embeddings, labels), classes, WithSupport(labels));
    }

    /// <summary>The same of rows that lie anywhere; they are read in place.</summary>
    /// <inheritdoc cref="Imprint(HeadKind, MatrixView{T}, LabelRows, IReadOnlyList{string})"/>
    public static ImprintedHead<T> Imprint(
        HeadKind kind, IRowSource<T> embeddings, LabelRows labels, IReadOnlyList<string> classes)
    {
        RequireLabels(embeddings.Rows, embeddings.Columns, labels, classes);
        return new ImprintedHead<T>(kind, Imprinter.Weights(embeddings, labels), classes, WithSupport(labels));
    }

    /// <summary>From stored weights [classes, d], used as they are (rows of zeros are unimprinted).</summary>
    /// <exception cref="ArgumentException">There are not as many names as rows, or a name repeats.</exception>
    /// <exception cref="NonFiniteException">A weight is NaN or infinite.</exception>
    public static ImprintedHead<T> FromWeights(HeadKind kind, Matrix<T> weights, IReadOnlyList<string> classes)
    {
        if (weights.Rows != classes.Count)
        {
            throw new ArgumentException(
                $"Weights of shape {weights.View.Shape} need {weights.Rows} class names, got {classes.Count}.");
        }

        UnitRows.Norms(weights.View, 0, new double[weights.Rows]);
        var imprinted = new bool[weights.Rows];
        for (int c = 0; c < imprinted.Length; c++)
        {
            imprinted[c] = weights.Row(c).ContainsAnyExcept(T.Zero);
        }

        return new ImprintedHead<T>(kind, weights, classes, imprinted);
    }

    /// <summary>A new head with the columns of new classes appended; all columns are then scaled to unit length again
    /// (PROTOCOL section 1, step 7).</summary>
    /// <param name="embeddings">Support embeddings [n, d] of the new classes.</param>
    /// <param name="labels">Their labels, as indices into <paramref name="classes"/>.</param>
    /// <param name="classes">Names of the new classes.</param>
    /// <exception cref="ArgumentException">The shapes do not fit, or a class is in the head already.</exception>
    /// <exception cref="NonFiniteException">An embedding holds a NaN or an infinity.</exception>
    public ImprintedHead<T> Add(MatrixView<T> embeddings, LabelRows labels, IReadOnlyList<string> classes)
    {
        RequireDimension(embeddings.Rows, embeddings.Columns);
        var added = Imprint(Kind, embeddings, labels, classes);
        var all = new Matrix<T>(Classes.Count + classes.Count, Dimension);
        UnitRows.Normalize(Weights, all, first: 0);
        UnitRows.Normalize(added.Weights, all, first: Classes.Count);
        return new ImprintedHead<T>(Kind, all, [.. Classes, .. classes], [.. _imprinted, .. added._imprinted]);
    }

    /// <summary>The same classes with other weights [classes, d], used as they are: what training gives. Which classes
    /// are imprinted stays.</summary>
    /// <exception cref="ArgumentException">The weights have another shape.</exception>
    /// <exception cref="NonFiniteException">A weight is NaN or infinite.</exception>
    public ImprintedHead<T> WithWeights(Matrix<T> weights)
    {
        if (weights.Rows != Weights.Rows || weights.Columns != Weights.Columns)
        {
            throw new ArgumentException(
                $"Weights of shape {weights.View.Shape} cannot take the place of those of shape {Weights.View.Shape}.");
        }

        UnitRows.Norms(weights.View, 0, new double[weights.Rows]);
        return new ImprintedHead<T>(Kind, weights, Classes, _imprinted);
    }

    /// <summary>Whether class <paramref name="index"/> had support.</summary>
    public bool IsImprinted(int index) => _imprinted[index];

    /// <summary>Cosines [n, classes]; -inf for unimprinted classes. Queries are normalised inside.</summary>
    /// <exception cref="ArgumentException">The queries have another dimension, or the result another size.</exception>
    /// <exception cref="NonFiniteException">A query holds a NaN or an infinity.</exception>
    public void Logits(MatrixView<T> queries, Span<T> logits)
    {
        RequireRoom(queries.Rows, queries.Columns, logits.Length);

        for (int first = 0; first < queries.Rows; first += QueryBlock)
        {
            int count = Math.Min(QueryBlock, queries.Rows - first);
            Cosines(queries, first, count, logits.Slice(first * Classes.Count, count * Classes.Count));
        }
    }

    /// <summary>Scores [n, classes]: softmax (wi) or sigmoid (mwi); 0 for unimprinted classes.</summary>
    /// <exception cref="ArgumentException">The queries have another dimension, or the result another size.</exception>
    /// <exception cref="NonFiniteException">A query holds a NaN or an infinity.</exception>
    public void Scores(MatrixView<T> queries, Span<T> scores)
    {
        Logits(queries, scores);
        FromCosines(scores);
    }

    private void FromCosines(Span<T> scores)
    {
        if (Kind == HeadKind.Mwi)
        {
            HeadScores.Sigmoid(scores);
        }
        else
        {
            HeadScores.Softmax(scores, Classes.Count);
        }
    }

    /// <summary>The same scores of queries that lie anywhere; they are read in place.</summary>
    /// <inheritdoc cref="Scores(MatrixView{T}, Span{T})"/>
    public void Scores(IRowSource<T> queries, Span<T> scores)
    {
        RequireRoom(queries.Rows, queries.Columns, scores.Length);
        RowProducts.Compute(queries, Weights, scores);
        for (int row = 0; row < queries.Rows; row++)
        {
            ToCosines(scores.Slice(row * Classes.Count, Classes.Count), queries.Norm(row));
        }

        FromCosines(scores);
    }

    /// <summary>The column that wins a row of scores or logits: the greatest, the lowest index on ties, never an
    /// unimprinted one; −1 where no class is imprinted.</summary>
    /// <exception cref="ArgumentException">The row has another length than there are classes.</exception>
    public int Winner(ReadOnlySpan<T> row)
    {
        RequireRow(row);
        int winner = -1;
        for (int c = 0; c < row.Length; c++)
        {
            if (_imprinted[c] && (winner < 0 || row[c] > row[winner]))
            {
                winner = c;
            }
        }

        return winner;
    }

    /// <summary>The classes that a row of scores predicts: score ≥ <paramref name="threshold"/>, inclusive (PROTOCOL
    /// section 1, step 4); never an unimprinted one.</summary>
    /// <exception cref="ArgumentException">The row has another length than there are classes.</exception>
    public int[] Predicted(ReadOnlySpan<T> row, T threshold)
    {
        RequireRow(row);
        var predicted = new List<int>();
        for (int c = 0; c < row.Length; c++)
        {
            if (_imprinted[c] && row[c] >= threshold)
            {
                predicted.Add(c);
            }
        }

        return [.. predicted];
    }

    private static void RequireDistinct(IReadOnlyList<string> classes)
    {
        var seen = new HashSet<string>(classes.Count, StringComparer.Ordinal);
        foreach (string name in classes)
        {
            if (!seen.Add(name))
            {
                throw new ArgumentException($"Class '{name}' is given twice; a head holds every class once.");
            }
        }
    }

    private static void RequireLabels(int rows, int columns, LabelRows labels, IReadOnlyList<string> classes)
    {
        if (labels.Rows != rows)
        {
            throw new ArgumentException(
                $"Embeddings of shape [{rows}, {columns}] need the labels of {rows} rows, got {labels.Rows}.");
        }

        if (labels.Classes != classes.Count)
        {
            throw new ArgumentException(
                $"Labels over {labels.Classes} classes need as many class names, got {classes.Count}.");
        }
    }

    private static bool[] WithSupport(LabelRows labels) => Array.ConvertAll(labels.Counts(), count => count > 0);

    private void RequireRoom(int rows, int columns, int room)
    {
        RequireDimension(rows, columns);
        if (room != (long)rows * Classes.Count)
        {
            throw new ArgumentException(
                $"The logits of queries of shape [{rows}, {columns}] over {Classes.Count} classes are " +
                $"{(long)rows * Classes.Count} numbers, got room for {room}.");
        }
    }

    private void RequireDimension(int rows, int columns)
    {
        if (columns != Dimension)
        {
            throw new ArgumentException(
                $"Embeddings of shape [{rows}, {columns}] do not fit weights of shape {Weights.View.Shape}: " +
                $"both need {Dimension} columns.");
        }
    }

    private void RequireRow(ReadOnlySpan<T> row)
    {
        if (row.Length != Classes.Count)
        {
            throw new ArgumentException($"A row over {Classes.Count} classes was expected, got {row.Length} numbers.");
        }
    }

    private void Cosines(MatrixView<T> queries, int first, int count, Span<T> cosines)
    {
        Span<double> norms = stackalloc double[QueryBlock];
        UnitRows.Norms(queries, first, norms[..count]);
        RowProducts.Compute(queries.Slice(first, count), Weights, cosines);
        for (int row = 0; row < count; row++)
        {
            ToCosines(cosines.Slice(row * Classes.Count, Classes.Count), norms[row]);
        }
    }

    private void ToCosines(Span<T> products, double norm)
    {
        TensorPrimitives.Divide(products, T.CreateTruncating(norm), products);
        MaskUnimprinted(products);
    }

    private void MaskUnimprinted(Span<T> cosines)
    {
        foreach (int c in _unimprinted)
        {
            cosines[c] = T.NegativeInfinity;
        }
    }
}
