using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Bench.Embeddings;
using Clipper.Benchmarks.Models;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Models;

namespace Clipper.Benchmarks.Embedding;

/// <summary>Embeddings that are in the cache: found, every byte checked, mapped.</summary>
[Description("Cache hit, 10,000 × 512")]
public class CacheBenchmark : ICountedWork, IDisposable
{
    private const int Images = 10_000;
    private const int Dimension = 512;

    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"clipper-benchmark-{Environment.ProcessId}");
    private readonly ModelDescription _model = ModelLoader.Describe(Tower.Tiny.Recipe);
    private readonly PhotoFolder _images = new(Images);
    private EmbeddingCache? _cache;
    private EmbeddingKey? _key;
    private string[] _ids = [];

    [GlobalSetup]
    public void SetUp()
    {
        _cache = new EmbeddingCache(_folder);
        _key = EmbeddingKey.For(_images, _model, "");
        _ids = [.. _images.Samples.Select(sample => sample.Id)];
        Hit();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _images.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Benchmark]
    public int Hit()
    {
        if (_cache is null || _key is null)
        {
            return 0;
        }

        using EmbeddingTable table = _cache.GetOrCompute(_key, "model", _ids, Zeros, CancellationToken.None);
        return table.Count;
    }

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(Images, "rows", Bytes: (double)Images * Dimension * sizeof(float));

    private static ComputedEmbeddings Zeros(string folder) =>
        new(new RowFile(folder, Images, Dimension), new SortedDictionary<int, string>(), new StageClock());
}
