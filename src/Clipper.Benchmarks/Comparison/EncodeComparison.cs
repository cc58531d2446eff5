using System.Runtime.InteropServices;
using Clipper.Bench.Speed;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Models;
using Clipper.Clip.Runtime;

namespace Clipper.Benchmarks.Comparison;

/// <summary>ViT-B/32 with random weights: the encoder against PyTorch in Python, its own matrix product, and
/// itself in bf16.</summary>
internal sealed class EncodeComparison : IDisposable
{
    private const string Script = "clip_encode.py";
    private const int Images = 32;
    private const int Threads = 2;
    private const double LargestDistance = 1e-5;

    // Products of weights and activations and both products of attention, 2 operations a multiplication: of the
    // whole tower as the rival computes it, and without what the last block of ours leaves out.
    private const double GigaOperations = 8.82;
    private const double OwnGigaOperations = 8.24;

    private readonly ImageEncoder _encoder;
    private readonly RivalProcess _rival;
    private readonly string _folder;
    private readonly float[] _pixels;

    /// <summary>Prepares both sides in a folder, which keeps the weights for another call.</summary>
    public EncodeComparison(string folder)
    {
        _folder = folder;
        if (!File.Exists(Path.Combine(folder, "pixels.bin")))
        {
            RivalProcess.Prepare(Script, folder);
        }

        TorchReport report = TorchRuntime.Start();
        _encoder = ImageEncoder.Load(ModelLoader.Describe(folder), "cpu");
        _rival = new RivalProcess(Script, folder, report.BlasCore);
        _pixels = ReadFloats("pixels.bin");
        Console.WriteLine($"ours: torch {report.TorchVersion}, {report.BlasLibrary}, {report.BlasCore}");
        Console.WriteLine($"rival: {_rival.Greeting}");
    }

    /// <summary>Compares the answers, then the times.</summary>
    public void Run(Rounds rounds)
    {
        CompareAnswers();
        foreach (int batch in new[] { 8, 32 })
        {
            rounds.Compare(
                $"ViT-B/32, batch {batch}, {Threads} threads", "images/s",
                (Threads * batch, () => Encode(_encoder, Threads, batch)),
                (batch, () => _rival.Measure($"encode {Threads} {batch} 1")));
            rounds.Compare(
                $"ViT-B/32, batch {batch}, 1 thread", "images/s",
                (batch, () => Encode(_encoder, 1, batch)),
                (batch, () => _rival.Measure($"encode 1 {batch} 1")));
        }

        rounds.Compare(
            "operations of the whole tower, batch 8, against sgemm", "GFLOP/s",
            (8 * GigaOperations, () => Encode(_encoder, 1, 8)), (MachineLimits.SgemmWork, MachineLimits.Sgemm));
        rounds.Compare(
            "operations that ours does, batch 8, against sgemm", "GFLOP/s",
            (8 * OwnGigaOperations, () => Encode(_encoder, 1, 8)), (MachineLimits.SgemmWork, MachineLimits.Sgemm));
        CompareBFloat16(rounds);
    }

    /// <inheritdoc />
    public void Dispose()
    {
        _rival.Dispose();
        _encoder.Dispose();
    }

    private void CompareAnswers()
    {
        string answers = Path.Combine(_folder, "answers.bin");
        _rival.Ask($"answers {answers}");
        var ours = new float[Images * _encoder.Dimension];
        _encoder.Encode(_pixels, Images, ours);
        Console.WriteLine($"answers: 1 - cosine at most {Distance(ours, ReadFloats("answers.bin")):E1}");
    }

    private void CompareBFloat16(Rounds rounds)
    {
        if (!Precisions.ProcessorHasBFloat16)
        {
            Console.WriteLine("bf16: this processor has none");
            return;
        }

        using var narrow = ImageEncoder.Load(ModelLoader.Describe(_folder), "cpu", Precision.BFloat16);
        var (expected, actual) = (new float[Images * narrow.Dimension], new float[Images * narrow.Dimension]);
        _encoder.Encode(_pixels, Images, expected);
        narrow.Encode(_pixels, Images, actual);
        Console.WriteLine($"bf16: 1 - cosine at most {Distance(expected, actual):E1}");
        rounds.Compare(
            $"ViT-B/32, batch 8, {Threads} threads: bf16 against our fp32", "images/s",
            (Threads * 8, () => Encode(narrow, Threads, 8)), (Threads * 8, () => Encode(_encoder, Threads, 8)));
    }

    // As in the product: every worker has one thread and batches of its own.
    private Measurement Encode(ImageEncoder encoder, int workers, int batch) => Measurement.Of(() =>
    {
        Thread[] threads = [.. Enumerable.Range(0, workers).Select(_ => new Thread(() => encoder.Encode(
            _pixels.AsSpan(0, batch * _pixels.Length / Images), batch, new float[batch * encoder.Dimension])))];
        Array.ForEach(threads, thread => thread.Start());
        Array.ForEach(threads, thread => thread.Join());
    });

    private float[] ReadFloats(string name) =>
        MemoryMarshal.Cast<byte, float>(File.ReadAllBytes(Path.Combine(_folder, name))).ToArray();

    private double Distance(float[] a, float[] b)
    {
        double largest = 0;
        for (int row = 0; row < Images; row++)
        {
            var (left, right) = (Row(a, row), Row(b, row));
            double product = left.Zip(right, (x, y) => (double)x * y).Sum();
            double lengths = Math.Sqrt(left.Sum(x => (double)x * x) * right.Sum(x => (double)x * x));
            largest = Math.Max(largest, 1 - (product / lengths));
        }

        return largest <= LargestDistance
            ? largest
            : throw new WrongAnswerException($"the answers differ: 1 - cosine is {largest:E2}.");
    }

    private ArraySegment<float> Row(float[] rows, int row) => new(rows, row * _encoder.Dimension, _encoder.Dimension);
}
