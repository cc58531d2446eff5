using BenchmarkDotNet.Attributes;
using Clipper.Core.Imprinting;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Scoring throughput: n queries of d numbers against an imprinted head. Queries a second = Rows /
/// Mean.</summary>
public class ScoreBenchmark
{
    private EmbeddingBlock _queries = new(0, 0, 0);
    private ImprintedHead<float> _head = new EmbeddingBlock(1, 1, 1).Head();
    private float[] _scores = [];

    /// <summary>Query embeddings: a 5-way episode with 15 queries, a data set.</summary>
    [Params(75, 10_000)]
    public int Rows { get; set; }

    /// <summary>512 is CLIP ViT-B/32.</summary>
    [Params(512)]
    public int Dimension { get; set; }

    [Params(5, 20, 1_000)]
    public int Classes { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _queries = new EmbeddingBlock(Rows, Dimension, 1);
        _head = new EmbeddingBlock(Classes, Dimension, Classes).Head();
        _scores = new float[Rows * Classes];
    }

    [Benchmark(Baseline = true)]
    public void PlainLoop() => PlainLoops.Score(_queries.Embeddings, _head.Weights, _scores);

    [Benchmark]
    public void Scores() => _head.Scores(_queries.Embeddings, _scores);
}
