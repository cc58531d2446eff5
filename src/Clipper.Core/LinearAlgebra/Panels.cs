using System.Numerics;
using System.Runtime.CompilerServices;

namespace Clipper.Core.LinearAlgebra;

/// <summary>A matrix [depth, columns] cut into panels of <see cref="PanelProduct.Width{T}"/> columns, each of them
/// contiguous: what a blocked product reads as its right factor, or row by row as its left one. Columns beyond the last
/// are zero.</summary>
internal sealed class Panels<T>
    where T : unmanaged, IBinaryFloatingPointIeee754<T>
{
    private static readonly int _width = PanelProduct.Width<T>();

    private readonly T[] _values;
    private readonly int _count;

    /// <summary>A matrix of zeros.</summary>
    public Panels(int depth, int columns)
    {
        Depth = depth;
        Columns = columns;
        _count = PanelProduct.RoundUp(columns, _width) / _width;
        _values = new T[_count * depth * _width];
    }

    /// <summary>Number of rows.</summary>
    public int Depth { get; }

    /// <summary>Number of columns.</summary>
    public int Columns { get; }

    /// <summary>Columns with those that fill the last panel.</summary>
    public int PaddedColumns => _count * _width;

    /// <summary>Copies a row in.</summary>
    public void SetRow(int row, ReadOnlySpan<T> values)
    {
        for (int first = 0; first < values.Length; first += _width)
        {
            ReadOnlySpan<T> part = values.Slice(first, Math.Min(_width, values.Length - first));
            part.CopyTo(_values.AsSpan((first * Depth) + (row * _width)));
        }
    }

    /// <summary>Copies a column in.</summary>
    public void SetColumn(int column, ReadOnlySpan<double> values)
    {
        Span<T> panel = _values.AsSpan(column / _width * _width * Depth);
        for (int row = 0; row < values.Length; row++)
        {
            panel[(row * _width) + (column % _width)] = T.CreateTruncating(values[row]);
        }
    }

    /// <summary>sums [rows, stride] += left [rows, depth] · this, for whole tiles of rows and half panels of
    /// columns.</summary>
    /// <param name="left">The left factor; where its elements lie say <paramref name="steps"/>.</param>
    /// <param name="steps">Covers the depth.</param>
    /// <param name="rows">A multiple of <see cref="PanelProduct.Rows"/>.</param>
    /// <param name="sums">The result, at least as many columns as these rounded up to half a panel.</param>
    /// <param name="stride">From one row of the result to the next.</param>
    public void AddProduct(Span<T> left, LeftSteps steps, int rows, Span<T> sums, int stride)
    {
        for (int first = 0; first < Columns; first += _width)
        {
            bool isHalf = Columns - first <= _width / 2;
            _ = sums[((rows - 1) * stride) + first + (isHalf ? _width / 2 : _width) - 1];
            for (int row = 0; row < rows; row += PanelProduct.Rows)
            {
                PanelProduct.AddTile(
                    ref Unsafe.Add(ref left[0], row * steps.Row),
                    steps,
                    ref _values[first * Depth],
                    ref sums[(row * stride) + first],
                    stride,
                    isHalf);
            }
        }
    }

    /// <summary>sums [rows, stride] += this · right, the first <paramref name="rows"/> of these rows, a multiple of
    /// <see cref="PanelProduct.Rows"/>; right has as many rows as these padded columns.</summary>
    public void AddProductFromLeft(Panels<T> right, int rows, Span<T> sums, int stride) =>
        right.AddProduct(_values, new LeftSteps(_width, Depth * _width, _count, 1, _width), rows, sums, stride);

    /// <summary>sums [padded columns, stride] += thisᵀ · this.</summary>
    public void AddGram(Span<T> sums, int stride)
    {
        for (int panel = 0; panel < _count; panel++)
        {
            int first = panel * _width;
            var steps = new LeftSteps(1, 0, 1, _width, Depth);
            AddProduct(_values.AsSpan(first * Depth), steps, _width, sums[(first * stride)..], stride);
        }
    }
}
