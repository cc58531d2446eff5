using System.Numerics;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Training;

/// <summary>What a head is trained on: unit support vectors with their labels, each as often as it is copied. Copies
/// are counted, not stored: sample i is row i mod n.</summary>
/// <typeparam name="T">float, or double as the truth to compare with.</typeparam>
public sealed class TrainingSet<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private TrainingSet(Matrix<T> rows, LabelRows labels, int dimension, int copies)
    {
        Rows = rows;
        Labels = labels;
        Dimension = dimension;
        Count = checked(rows.Rows * (copies + 1));
    }

    /// <summary>Samples an epoch: rows × (1 + copies).</summary>
    public int Count { get; }

    /// <summary>Length of an embedding.</summary>
    public int Dimension { get; }

    /// <summary>The labels of the rows.</summary>
    internal LabelRows Labels { get; }

    /// <summary>Unit rows, zeros behind them up to a whole number of vectors.</summary>
    internal Matrix<T> Rows { get; }

    /// <summary>Support embeddings [n, d], which are normalised inside, and their labels. With
    /// <paramref name="copies"/> = A every row counts 1 + A times: the paper's trivial augmentation (PROTOCOL
    /// section 7), which changes nothing but the number of steps.</summary>
    /// <exception cref="ArgumentException">There are not as many labels as rows, or none at all.</exception>
    /// <exception cref="NonFiniteException">An embedding holds a NaN or an infinity.</exception>
    public static TrainingSet<T> Of(MatrixView<T> embeddings, LabelRows labels, int copies = 0)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(copies);
        if (labels.Rows != embeddings.Rows || labels.Rows == 0)
        {
            throw new ArgumentException(
                $"Training needs embeddings with as many rows as labels, at least one; got {embeddings.Rows} rows and "
                + $"the labels of {labels.Rows}.");
        }

        Matrix<T> unit = UnitRows.Normalize(embeddings);
        return new TrainingSet<T>(PaddedRows.Of(unit.View), labels, embeddings.Columns, copies);
    }

    /// <summary>The row that sample <paramref name="sample"/> is a copy of.</summary>
    internal int RowOf(int sample) => sample % Rows.Rows;
}
