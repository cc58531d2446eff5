using System.ComponentModel;
using System.Numerics.Tensors;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Benchmarks.Probes;

/// <summary>128 rows × 512 numbers times 512 × 96: a block of logits of a logistic regression, 12.6 million
/// multiplications.</summary>
[Description("Product of 128 × 512 and 512 × 96")]
public class ProductBenchmark : ICountedWork
{
    private const int Rows = 128;
    private const int Depth = 512;
    private const int Columns = 96;

    private readonly Matrix<float> _left = new(Rows, Depth);
    private readonly Matrix<float> _right = new(Columns, Depth);
    private readonly float[] _sums = new float[Rows * Columns];
    private readonly Panels<float> _panels = new(Depth, Columns);

    /// <summary>Makes the numbers.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        for (int i = 0; i < _left.Values.Length; i++)
        {
            _left.Values[i] = (i % 97) / 97f;
        }

        for (int i = 0; i < _right.Values.Length; i++)
        {
            _right.Values[i] = (i % 89) / 89f;
        }
    }

    /// <summary>An inner product a sum.</summary>
    [Benchmark(Baseline = true)]
    public float[] Plain()
    {
        for (int row = 0; row < Rows; row++)
        {
            for (int column = 0; column < Columns; column++)
            {
                _sums[(row * Columns) + column] = TensorPrimitives.Dot<float>(_left.Row(row), _right.Row(column));
            }
        }

        return _sums;
    }

    /// <summary>Inner products of pairs of rows in 512-bit vectors, or blocks of 2 × 4 sums in 256-bit ones.</summary>
    [Benchmark]
    public float[] Blocks()
    {
        RowProducts.Compute(_left, _right, _sums);
        return _sums;
    }

    /// <summary>Tiles of 8 × 32 sums in registers, with packing.</summary>
    [Benchmark]
    public float[] Tiles()
    {
        Array.Clear(_sums);
        Span<double> wide = stackalloc double[Depth];
        for (int column = 0; column < Columns; column++)
        {
            TensorPrimitives.ConvertTruncating<float, double>(_right.Row(column), wide);
            _panels.SetColumn(column, wide);
        }

        _panels.AddProduct(_left.Values, new LeftSteps(Depth, 0, 1, 1, Depth), Rows, _sums, Columns);
        return _sums;
    }

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(1, "products", Operations: 2.0 * Rows * Depth * Columns);
}
