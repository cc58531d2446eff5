using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Scoring an episode's queries where they lie in a data set, each episode others; with the next rows
/// prefetched and without.</summary>
[Description("Scoring scattered rows")]
public class ScatteredRowsBenchmark : ICountedWork
{
    private const int Dimension = 512; // CLIP ViT-B/32
    private const int Samples = 50_000;
    private const int Queries = 75;
    private const int Ways = 5;
    private const int Ahead = 2;

    private readonly float[] _scores = new float[Queries * Ways];
    private EmbeddingBlock _all = new(0, 0, 0);
    private ImprintedHead<float> _head = new EmbeddingBlock(1, 1, 1).Head();
    private double[] _norms = [];
    private int[] _order = [];
    private int _first;

    [GlobalSetup]
    public void Draw()
    {
        _all = new EmbeddingBlock(Samples, Dimension, 1);
        _head = new EmbeddingBlock(Ways, Dimension, Ways).Head();
        _norms = [.. Enumerable.Range(0, Samples).Select(row => UnitRows.Norm<float>(_all.Embeddings.Row(row), row))];
        _order = new RandomState(0u).Permutation(Samples);
    }

    [Benchmark(Baseline = true)]
    public void WhenTheyAreRead() => Score(ahead: 0);

    [Benchmark]
    public void Prefetched() => Score(Ahead);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(
        Queries, "queries",
        Bytes: sizeof(float) * (double)Queries * Dimension,
        Operations: 2.0 * Queries * Ways * Dimension);

    private void Score(int ahead)
    {
        _first = (_first + Queries) % (Samples - Queries);
        _head.Scores(new Scattered(_all.Embeddings, _norms, _order.AsMemory(_first, Queries), ahead), _scores);
    }

    private sealed class Scattered(Matrix<float> all, double[] norms, ReadOnlyMemory<int> samples, int ahead)
        : IRowSource<float>
    {
        public int Rows => samples.Length;

        public int Columns => all.Columns;

        public ReadOnlySpan<float> Row(int index)
        {
            if (ahead > 0 && index + ahead < samples.Length)
            {
                RowPrefetch.Begin<float>(all.Row(samples.Span[index + ahead]));
            }

            return all.Row(samples.Span[index]);
        }

        public double Norm(int index) => norms[samples.Span[index]];
    }
}
