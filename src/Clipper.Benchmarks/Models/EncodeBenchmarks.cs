using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Models;
using Clipper.Clip.Runtime;
using static TorchSharp.torch;

namespace Clipper.Benchmarks.Models;

/// <summary>ViT-B/32 on one thread: the encoder against the same tower in plain operators.</summary>
[Description("ViT-B/32 beside the same tower in plain operators, one thread")]
[WarmupCount(1)]
public class EncodeBenchmarks : ICountedWork, IDisposable
{
    private ImageEncoder? _encoder;
    private PlainTower? _plain;
    private Tensor? _images;
    private float[] _planes = [];
    private float[] _embeddings = [];

    /// <summary>Images a call.</summary>
    [Params(8, 32)]
    public int Batch { get; set; }

    /// <summary>Loads both.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        TorchRuntime.Start();
        _encoder = ImageEncoder.Load(ModelLoader.Describe(Tower.B32.Recipe), "cpu");
        _plain = new PlainTower();
        _images = rand([Batch, 3, 224, 224]);
        _planes = _images.data<float>().ToArray();
        _embeddings = new float[Batch * _encoder.Dimension];
    }

    /// <summary>Frees both.</summary>
    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _encoder?.Dispose();
        _plain?.Dispose();
        _images?.Dispose();
    }

    /// <summary>Plain operators.</summary>
    [Benchmark(Baseline = true)]
    public float Plain() => _images is null ? 0 : _plain?.Encode(_images) ?? 0;

    /// <summary>Patches as one product, QuickGELU in one pass, the last block for the class token alone.</summary>
    [Benchmark]
    public float Encoder()
    {
        _encoder?.Encode(_planes, Batch, _embeddings);
        return _embeddings[0];
    }

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(Batch, "images", Operations: Batch * Tower.B32.GigaOperations * 1e9);
}
