using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Models;
using Clipper.Core.Randomness;

namespace Clipper.Benchmarks.Models;

/// <summary>The forward pass of CLIP's vision towers; several threads are several workers, as in the product.</summary>
[Description("Vision towers, random weights")]
[WarmupCount(1)]
[IterationCount(3)]
public class ForwardBenchmark : ICountedWork, IDisposable
{
    private ImageEncoder? _encoder;
    private float[] _planes = [];

    /// <summary>Batch, threads and numbers of each tower; bf16 where the processor multiplies it.</summary>
    public static IEnumerable<ForwardShape> Shapes =>
        new ForwardShape[]
        {
            new(Tower.B32, 1, 1, Precision.Single), new(Tower.B32, 8, 1, Precision.Single),
            new(Tower.B32, 32, 1, Precision.Single), new(Tower.B32, 8, 2, Precision.Single),
            new(Tower.B32, 8, 1, Precision.BFloat16), new(Tower.B32, 8, 2, Precision.BFloat16),
            new(Tower.B16, 8, 1, Precision.Single), new(Tower.B16, 8, 2, Precision.Single),
            new(Tower.B16, 8, 2, Precision.BFloat16), new(Tower.L14, 1, 1, Precision.Single),
            new(Tower.L14, 2, 2, Precision.Single), new(Tower.L14, 2, 2, Precision.BFloat16),
        }.Where(shape => shape.Precision == Precision.Single || Precisions.ProcessorHasBFloat16);

    [ParamsSource(nameof(Shapes))]
    public ForwardShape Shape { get; set; } = new(Tower.Tiny, 1, 1, Precision.Single);

    [GlobalSetup]
    public void SetUp()
    {
        ModelDescription model = ModelLoader.Describe(Shape.Tower.Recipe);
        _encoder = ImageEncoder.Load(model, "cpu", Shape.Precision);
        var random = new RandomState(Seed.Derive("benchmark", "forward", Shape.Batch));
        _planes = new float[Shape.Batch * 3 * model.Vision.ImageSize * model.Vision.ImageSize];
        foreach (ref float value in _planes.AsSpan())
        {
            value = (float)(random.NextDouble() - 0.5);
        }
    }

    [GlobalCleanup]
    public void Dispose()
    {
        GC.SuppressFinalize(this);
        _encoder?.Dispose();
    }

    [Benchmark]
    public void Forward()
    {
        Thread[] workers = [.. Enumerable.Range(0, Shape.Threads).Select(_ => new Thread(Encode))];
        Array.ForEach(workers, worker => worker.Start());
        Array.ForEach(workers, worker => worker.Join());
    }

    /// <inheritdoc />
    public Work WorkOf(string benchmark)
    {
        double images = Shape.Batch * Shape.Threads;
        return new Work(images, "images", Operations: images * Shape.Tower.GigaOperations * 1e9);
    }

    private void Encode() => _encoder?.Encode(_planes, Shape.Batch, new float[Shape.Batch * _encoder.Dimension]);
}
