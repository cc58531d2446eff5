using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Bench.Embeddings;
using Clipper.Benchmarks.Models;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Models;

namespace Clipper.Benchmarks.Embedding;

/// <summary>From JPEG files of 640 × 427 to embeddings on the disk, with two workers, as a run does it; the model is
/// loaded already.</summary>
[Description("Images to embeddings, 32 JPEG of 640 × 427, two workers")]
[WarmupCount(1)]
[IterationCount(3)]
public class EndToEndBenchmark : ICountedWork, IDisposable
{
    private const int Images = 32;

    private readonly EmbeddingOptions _options = new(Device: "cpu", Workers: 2);
    private readonly string _folder = Path.Combine(Path.GetTempPath(), $"clipper-benchmark-{Environment.ProcessId}");
    private ClipPipeline? _pipeline;
    private IRowEncoder<byte>? _encoder;

    /// <summary>The paper's tower, and one so small that the images are most of the work.</summary>
    public static IEnumerable<Tower> Towers => [Tower.B32, Tower.Tiny];

    [ParamsSource(nameof(Towers))]
    public Tower Model { get; set; } = Tower.Tiny;

    [GlobalSetup]
    public void SetUp()
    {
        _pipeline = new ClipPipeline(ModelLoader.Describe(Model.Recipe), _options);
        _encoder = _pipeline.LoadEncoder();
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _encoder?.Dispose();
        if (Directory.Exists(_folder))
        {
            Directory.Delete(_folder, recursive: true);
        }
    }

    [Benchmark]
    public void Pass()
    {
        if (_pipeline is null || _encoder is null)
        {
            return;
        }

        using var images = new PhotoFolder(Images);
        using var rows = new RowFile(_folder, Images, _encoder.Dimension);
        using var pass = new EmbeddingPass(images, _pipeline, _encoder, _options, rows, _ => { });
        pass.Run(CancellationToken.None);
    }

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(Images, "images", Operations: Images * Model.GigaOperations * 1e9);
}
