using BenchmarkDotNet.Attributes;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Imprinting throughput: n embeddings of d numbers into unit class means. Rows a second = Rows /
/// Mean.</summary>
public class ImprintBenchmark
{
    private EmbeddingBlock _support = new(0, 0, 0);

    /// <summary>Support embeddings: a 5-way 5-shot episode, its 100 augmented copies, a data set.</summary>
    [Params(25, 2_500, 50_000)]
    public int Rows { get; set; }

    /// <summary>512 is CLIP ViT-B/32, 768 ViT-L/14.</summary>
    [Params(512, 768)]
    public int Dimension { get; set; }

    [Params(5, 20)]
    public int Classes { get; set; }

    [GlobalSetup]
    public void Draw() => _support = new EmbeddingBlock(Rows, Dimension, Classes);

    [Benchmark(Baseline = true)]
    public Matrix<float> PlainLoop() => PlainLoops.Imprint(_support.Embeddings, _support.RowLabels, Classes);

    [Benchmark]
    public Matrix<float> Imprint() =>
        ImprintedHead<float>.Imprint(HeadKind.Mwi, _support.Embeddings, _support.Labels, _support.Classes).Weights;
}
