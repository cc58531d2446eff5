using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Imprinting throughput: n embeddings of d numbers into unit class means. The bytes are those of the
/// embeddings, read once, and of the weights.</summary>
[Description("Imprinting, all classes at once")]
public class ImprintBenchmark : ICountedWork
{
    private EmbeddingBlock _support = new(0, 0, 0);

    /// <summary>Episodes, their 100 augmented copies, data sets.</summary>
    public static IEnumerable<ImprintShape> Shapes =>
    [
        new(25, 512, 5, 1), new(100, 512, 20, 1), new(100, 768, 20, 1), new(2_500, 512, 20, 1),
        new(50_000, 512, 20, 1), new(50_000, 512, 1_000, 1), new(50_000, 512, 1_000, 3), new(50_000, 768, 1_000, 1),
    ];

    [ParamsSource(nameof(Shapes))]
    public ImprintShape Shape { get; set; } = new(0, 0, 0, 1);

    [GlobalSetup]
    public void Draw() => _support = new EmbeddingBlock(Shape.Rows, Shape.Dimension, Shape.Classes, Shape.Labels);

    [Benchmark(Baseline = true)]
    public Matrix<float> PlainLoop() => PlainLoops.Imprint(_support.Embeddings, _support.Labels);

    [Benchmark]
    public Matrix<float> Imprint() =>
        ImprintedHead<float>.Imprint(HeadKind.Mwi, _support.Embeddings, _support.Labels, _support.Classes).Weights;

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(
        Shape.Rows, "rows",
        Bytes: (double)(Shape.Rows + Shape.Classes) * Shape.Dimension * sizeof(float),
        Operations: (2.0 + (2 * Shape.Labels)) * Shape.Rows * Shape.Dimension);
}
