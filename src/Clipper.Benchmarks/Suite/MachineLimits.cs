using System.Numerics.Tensors;
using Clipper.Benchmarks.Comparison;
using Clipper.Clip.Runtime;
using static TorchSharp.torch;

namespace Clipper.Benchmarks.Suite;

/// <summary>What one core of the machine can do at most: the ends that benchmarks are measured against.</summary>
/// <param name="ReadGigabytes">GB/s of a sum over an array that no cache holds.</param>
/// <param name="SgemmGigaOperations">GFLOP/s of a product of two float32 matrices of 1024 × 1024.</param>
internal sealed record MachineLimits(double ReadGigabytes, double SgemmGigaOperations)
{
    private const int Floats = 96 << 20; // 400 MB
    private const int Side = 1024;
    private const int Repeats = 7;

    /// <summary>GB that <see cref="Stream"/> reads.</summary>
    public const double StreamGigabytes = Floats * (double)sizeof(float) / 1e9;

    /// <summary>Billions of operations of <see cref="Sgemm"/>.</summary>
    public const double SgemmWork = 2.0 * Side * Side * Side / 1e9;

    /// <summary>Measures both, the best of several.</summary>
    public static MachineLimits Measure() => new(StreamGigabytes / Best(Stream()), SgemmWork / Best(Sgemm));

    /// <summary>Sums an array that no cache holds.</summary>
    public static Func<Measurement> Stream()
    {
        var numbers = new float[Floats];
        Array.Fill(numbers, 1f);
        return () =>
        {
            float sum = 0;
            Measurement time = Measurement.Of(() => sum = TensorPrimitives.Sum<float>(numbers));
            return sum > 0 ? time : throw new InvalidOperationException("The sum is wrong.");
        };
    }

    /// <summary>Multiplies two squares on the calling thread.</summary>
    public static Measurement Sgemm()
    {
        TorchRuntime.Start();
        using var scope = NewDisposeScope();
        var square = ones(Side, Side);
        matmul(square, square).Dispose(); // the next product lies in its memory, whose pages are found already
        return Measurement.Of(() => matmul(square, square).Dispose());
    }

    private static double Best(Func<Measurement> measure) =>
        Enumerable.Range(0, Repeats).Select(_ => measure().Wall).Min();
}
