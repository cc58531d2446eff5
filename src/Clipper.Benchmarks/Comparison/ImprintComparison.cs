using System.Runtime.InteropServices;
using Clipper.Bench.Speed;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Runtime;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Benchmarks.Comparison;

/// <summary>50,000 × 512 into 1,000 classes, and 10,000 queries against them, on one thread: imprinting and scoring
/// against torch's normalize, index_add and matrix product, and against what the memory and OpenBLAS give. Both sides
/// write scores over those of the call before; torch does so with normalised rows too, which ours never
/// makes.</summary>
internal sealed class ImprintComparison : IDisposable
{
    private const string Script = "imprint.py";
    private const int Rows = 50_000;
    private const int Queries = 10_000;
    private const int Classes = 1_000;
    private const int Dimension = 512;
    private const int Shown = 64;
    private const int Times = 3;
    private const double LargestDifference = 2e-6;

    private readonly RivalProcess _rival;
    private readonly string _folder;
    private readonly Matrix<float> _rows;
    private readonly Matrix<float> _queries;
    private readonly LabelRows _labels;
    private readonly string[] _classes = [.. Enumerable.Range(0, Classes).Select(c => $"{c}")];
    private readonly float[] _scores = new float[Queries * Classes];

    /// <summary>Prepares both sides in a folder, which keeps the numbers for another call.</summary>
    public ImprintComparison(string folder)
    {
        _folder = folder;
        if (!File.Exists(Path.Combine(folder, "labels.i64")))
        {
            RivalProcess.Prepare(Script, folder);
        }

        _rows = ReadRows("rows.f32", Rows);
        _queries = ReadRows("queries.f32", Queries);
        _labels = LabelRows.Single([.. Read<long>("labels.i64").Select(label => (int)label)], Classes);
        _rival = new RivalProcess(Script, folder, TorchRuntime.Start().BlasCore);
        Console.WriteLine($"rival: {_rival.Greeting}");
    }

    /// <summary>Compares the answers, then the times.</summary>
    public void Run(Rounds rounds)
    {
        CompareAnswers();
        ImprintedHead<float> head = Imprint();
        double gigabytes = Times * (double)Rows * Dimension * sizeof(float) / 1e9;
        double gigaOperations = Times * 2.0 * Queries * Dimension * Classes / 1e9;
        Func<Measurement> imprint = () => Repeat(() => Imprint());
        Func<Measurement> imprintCollected = () => RepeatCollected(() => Imprint());
        Func<Measurement> stream = MachineLimits.Stream();
        Func<Measurement> score = () => Repeat(() => head.Logits(_queries, _scores));
        rounds.Compare(
            "imprinting 50,000 × 512 into 1,000 classes", "rows/s",
            (Times * Rows, imprint), (Times * Rows, () => _rival.Measure($"imprint {Times}")));
        rounds.Compare(
            "imprinting against the streaming read of one core", "GB/s",
            (gigabytes, imprintCollected), (MachineLimits.StreamGigabytes, stream));
        rounds.Compare(
            "the same with every head in new memory", "GB/s",
            (gigabytes, imprint), (MachineLimits.StreamGigabytes, stream));
        rounds.Compare(
            "scoring 10,000 queries of 512 against 1,000 classes", "queries/s",
            (Times * Queries, score), (Times * Queries, () => _rival.Measure($"score {Times}")));
        rounds.Compare(
            "scoring against the bare sgemm of OpenBLAS", "GFLOP/s",
            (gigaOperations, score), (gigaOperations, () => _rival.Measure($"sgemm {Times}")));
    }

    /// <inheritdoc />
    public void Dispose() => _rival.Dispose();

    private static Measurement Repeat(Action work) => Measurement.Of(() =>
    {
        for (int time = 0; time < Times; time++)
        {
            work();
        }
    });

    // As BenchmarkDotNet does it. Where nothing is collected, each head takes memory that the system has yet to find,
    // and a virtual machine may have to ask its host for.
    private static Measurement RepeatCollected(Action work)
    {
        GC.Collect();
        return Repeat(work);
    }

    private ImprintedHead<float> Imprint() => ImprintedHead<float>.Imprint(HeadKind.Mwi, _rows, _labels, _classes);

    private void CompareAnswers()
    {
        string answers = Path.Combine(_folder, "answers.bin");
        _rival.Ask($"answers {answers}");
        float[] expected = Read<float>("answers.bin");
        ImprintedHead<float> head = Imprint();
        head.Logits(_queries.View.Slice(0, Shown), _scores.AsSpan(0, Shown * Classes));
        float[] actual = [.. head.Weights.Values, .. _scores.AsSpan(0, Shown * Classes)];
        double largest = actual.Zip(expected, (a, b) => Math.Abs((double)a - b)).Max();
        Console.WriteLine($"weights and scores: differ by at most {largest:E1}");
        if (largest > LargestDifference || actual.Length != expected.Length)
        {
            throw new WrongAnswerException("the weights or scores differ.");
        }
    }

    // Into a matrix of its own making, as support rows lie where a head is imprinted from a file.
    private Matrix<float> ReadRows(string name, int rows)
    {
        var matrix = new Matrix<float>(rows, Dimension);
        using FileStream file = File.OpenRead(Path.Combine(_folder, name));
        file.ReadExactly(MemoryMarshal.AsBytes(matrix.Values));
        return matrix;
    }

    private T[] Read<T>(string name)
        where T : unmanaged =>
        MemoryMarshal.Cast<byte, T>(File.ReadAllBytes(Path.Combine(_folder, name))).ToArray();
}
