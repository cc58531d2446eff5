using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Imprinting;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Scoring throughput: n queries against an imprinted head, norms and sigmoids included.</summary>
[Description("Scoring")]
public class ScoreBenchmark : ICountedWork
{
    private const int Dimension = 512; // CLIP ViT-B/32

    private EmbeddingBlock _queries = new(0, 0, 0);
    private ImprintedHead<float> _head = new EmbeddingBlock(1, 1, 1).Head();
    private float[] _scores = [];

    /// <summary>Episodes of 5 and 20 ways, a data set, many classes.</summary>
    public static IEnumerable<ScoreShape> Shapes => [new(75, 5), new(100, 20), new(10_000, 20), new(1_000, 1_000)];

    [ParamsSource(nameof(Shapes))]
    public ScoreShape Shape { get; set; } = new(0, 0);

    [GlobalSetup]
    public void Draw()
    {
        _queries = new EmbeddingBlock(Shape.Rows, Dimension, 1);
        _head = new EmbeddingBlock(Shape.Classes, Dimension, Shape.Classes).Head();
        _scores = new float[Shape.Rows * Shape.Classes];
    }

    [Benchmark(Baseline = true)]
    public void PlainLoop() => PlainLoops.Score(_queries.Embeddings, _head.Weights, _scores);

    [Benchmark]
    public void Scores() => _head.Scores(_queries.Embeddings, _scores);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(
        Shape.Rows, "queries",
        Bytes: sizeof(float)
            * (((double)(Shape.Rows + Shape.Classes) * Dimension) + ((double)Shape.Rows * Shape.Classes)),
        Operations: 2.0 * Shape.Rows * Shape.Classes * Dimension);
}
