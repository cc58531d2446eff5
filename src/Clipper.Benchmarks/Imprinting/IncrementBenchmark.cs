using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>One new class of five embeddings in a head that has others; as heads never change, the weights of the
/// others are copied. The rival imprints all classes again.</summary>
[Description("Imprinting, one class more")]
public class IncrementBenchmark : ICountedWork
{
    private const int Shots = 5;
    private const int Dimension = 512;

    private EmbeddingBlock _all = new(0, 0, 0);
    private EmbeddingBlock _added = new(0, 0, 0);
    private ImprintedHead<float> _head = new EmbeddingBlock(1, 1, 1).Head();

    /// <summary>Classes that are there already.</summary>
    [Params(5, 100, 1_000)]
    public int Classes { get; set; }

    [GlobalSetup]
    public void Draw()
    {
        _head = new EmbeddingBlock(Classes * Shots, Dimension, Classes).Head();
        _added = new EmbeddingBlock(Shots, Dimension, 1);
        _all = new EmbeddingBlock((Classes + 1) * Shots, Dimension, Classes + 1);
    }

    [Benchmark(Baseline = true)]
    public Matrix<float> Again() => _all.Head().Weights;

    [Benchmark]
    public Matrix<float> Add() => _head.Add(_added.Embeddings, _added.Labels, ["new"]).Weights;

    /// <inheritdoc />
    public Work WorkOf(string benchmark)
    {
        double read = benchmark == nameof(Again) ? (Classes + 1) * Shots : Classes + Shots;
        return new Work(1, "classes", Bytes: (read + Classes + 1) * Dimension * sizeof(float));
    }
}
