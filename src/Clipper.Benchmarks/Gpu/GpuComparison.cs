using Clipper.Bench.Embeddings;
using Clipper.Benchmarks.Comparison;
using Clipper.Clip.Models;

namespace Clipper.Benchmarks.Gpu;

/// <summary>ViT-B/32 and ViT-L/14 with random weights, from uint8 pixels on the host to float32 embeddings on the host,
/// against PyTorch eager and compiled: the answers of both, then the times.</summary>
/// <param name="rival">PyTorch.</param>
/// <param name="device">Where to compute.</param>
/// <param name="batch">Images a batch.</param>
/// <param name="checks">Is told how far answers are apart.</param>
internal sealed class GpuComparison(GpuRival rival, string device, int batch, GpuChecks checks)
{
    // A round is to last about this long, so that starting and ending count for little.
    private const double RoundSeconds = 0.3;
    private const int LeastBatches = 2;
    private const int MostBatches = 32;

    private readonly Dictionary<string, float[]> _truth = [];

    /// <summary>Compares one tower in one type with every way of the rival.</summary>
    /// <exception cref="Clipper.Core.Errors.UsageException">The device cannot do the type.</exception>
    public void Run(Rounds rounds, string tower, Precision precision)
    {
        string type = Precisions.NameOf(precision);
        string weights = rival.WeightsOf(tower);
        using ImageEncoder vision = ImageEncoder.Load(ModelLoader.Describe(weights), device, precision);
        using IRowEncoder<byte> encoder = DeviceEncoders.OfPixels(vision);
        CheckAnswers($"{tower} {type}: ours", Encode(encoder, rival.Pixels, GpuRival.Images), tower, precision);
        byte[] pixels = [.. Enumerable.Range(0, batch).SelectMany(i => Image(i % GpuRival.Images))];
        foreach (string way in rival.Ways)
        {
            CheckAnswers(
                $"{tower} {type}: PyTorch {way}", rival.Answers(tower, type, way, batch), tower, precision);
            int count = Batches(encoder, pixels);
            rounds.Compare(
                $"{tower}, {type}, batch {batch}, PyTorch {way}", "images/s",
                (count * batch, () => Measure(encoder, pixels, count)),
                (count * batch, () => rival.Encode(tower, type, way, batch, count)));
        }
    }

    /// <summary>The largest 1 − cosine to float32's answers that a type may have: roundings of that type through 24
    /// layers, ten times what they are on a CPU.</summary>
    private static double Tolerance(Precision precision) => precision switch
    {
        Precision.BFloat16 => 1e-3,
        Precision.Half => 1e-4,
        Precision.TensorFloat32 => 1e-5,
        _ => 1e-9,
    };

    private static float[] Encode(IRowEncoder<byte> encoder, byte[] pixels, int count)
    {
        float[] rows = new float[count * encoder.Dimension];
        encoder.Encode(pixels, count, rows);
        return rows;
    }

    private void CheckAnswers(string what, float[] actual, string tower, Precision precision)
    {
        if (!_truth.TryGetValue(tower, out float[]? expected))
        {
            expected = rival.Answers(tower, Precisions.NameOf(Precision.Single), "eager", batch);
            _truth[tower] = expected;
        }

        int length = expected.Length / GpuRival.Images;
        double distance = Enumerable.Range(0, GpuRival.Images).Max(row => Distances.Cosine(
            actual.AsSpan(row * length, length), expected.AsSpan(row * length, length)));
        checks.AtMost($"{what}, 1 - cosine to PyTorch's fp32", distance, Tolerance(precision));
    }

    private int Batches(IRowEncoder<byte> encoder, byte[] pixels)
    {
        Measure(encoder, pixels, LeastBatches);
        double seconds = Measure(encoder, pixels, LeastBatches).Wall / LeastBatches;
        return (int)Math.Clamp(RoundSeconds / seconds, LeastBatches, MostBatches);
    }

    // As in the product: as many callers as the device wants, each with batches of its own.
    private Measurement Measure(IRowEncoder<byte> encoder, byte[] pixels, int count)
    {
        var callers = new ParallelOptions { MaxDegreeOfParallelism = encoder.Workers(1) };
        return Measurement.Of(() => Parallel.For(0, count, callers, _ => Encode(encoder, pixels, batch)));
    }

    private ArraySegment<byte> Image(int index)
    {
        int length = rival.Pixels.Length / GpuRival.Images;
        return new ArraySegment<byte>(rival.Pixels, index * length, length);
    }
}
