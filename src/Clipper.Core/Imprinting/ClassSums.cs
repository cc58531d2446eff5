using System.Buffers;
using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Imprinting;

/// <summary>Sums of unit rows by class, in double.</summary>
internal ref struct ClassSums
{
    private readonly int _dimension;
    private readonly double[] _rented;
    private readonly Span<double> _sums;
    private readonly Span<double> _wide;

    /// <summary>Sums of 0.</summary>
    public ClassSums(int classes, int dimension)
    {
        _dimension = dimension;
        int size = checked(classes * dimension);

        // Rented: twenty classes of 768 doubles would be a large object, collected with the whole heap, an episode.
        _rented = ArrayPool<double>.Shared.Rent(size + dimension);
        _sums = _rented.AsSpan(0, size);
        _sums.Clear();
        _wide = _rented.AsSpan(size, dimension);
    }

    /// <summary>Adds a row to its classes.</summary>
    public readonly void Add<T>(ReadOnlySpan<T> row, double norm, ReadOnlySpan<int> labels)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        TensorPrimitives.ConvertTruncating(row, _wide);
        foreach (int label in labels)
        {
            Span<double> sum = _sums.Slice(label * _dimension, _dimension);
            UnitSum.AddScaled(_wide, norm, sum);
        }
    }

    /// <summary>The unit vectors along the sums; the sums are used up.</summary>
    public readonly Matrix<T> ToWeights<T>()
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        var weights = new Matrix<T>(_sums.Length / Math.Max(1, _dimension), _dimension);
        for (int c = 0; c < weights.Rows; c++)
        {
            UnitSum.Finish(_sums.Slice(c * _dimension, _dimension), weights.Row(c));
        }

        return weights;
    }

    /// <summary>Gives the memory back.</summary>
    public readonly void Dispose() => ArrayPool<double>.Shared.Return(_rented);
}
