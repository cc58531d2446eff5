using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Rows of 512 numbers to unit length: read once, written once.</summary>
[Description("Normalisation of rows of 512")]
public class NormalizeBenchmark : ICountedWork
{
    private const int Dimension = 512;

    private Matrix<float> _rows = new(0, 0);

    [Params(25, 10_000)]
    public int Rows { get; set; }

    [GlobalSetup]
    public void Draw() => _rows = new EmbeddingBlock(Rows, Dimension, 1).Embeddings;

    [Benchmark(Baseline = true)]
    public Matrix<float> PlainLoop() => PlainLoops.Normalize(_rows);

    [Benchmark]
    public Matrix<float> Normalize() => UnitRows.Normalize(_rows.View);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(
        Rows, "rows", Bytes: 2.0 * Rows * Dimension * sizeof(float), Operations: 3.0 * Rows * Dimension);
}
