using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Imaging;

namespace Clipper.Benchmarks.Imaging;

/// <summary>RGB bytes of 224 × 224 to normalised planes: a look-up of every byte's level against the
/// preprocessor.</summary>
[Description("Normalising 224 × 224")]
public class PlanesBenchmarks : ICountedWork
{
    private const int Size = 224;
    private const int Values = 3 * Size * Size;
    private const int Levels = 256;

    private readonly ImagePreprocessor _preprocessor = new(PreprocessSpec.Clip(Size));
    private readonly byte[] _pixels = new byte[Values];
    private readonly float[] _planes = new float[Values];
    private readonly float[] _levels = new float[3 * Levels];

    /// <summary>Makes pixels of every level, and the table.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        for (int i = 0; i < Values; i++)
        {
            _pixels[i] = (byte)(i * 7919);
        }

        (ChannelTriple mean, ChannelTriple std) = (PreprocessSpec.ClipMean, PreprocessSpec.ClipStd);
        for (int value = 0; value < Levels; value++)
        {
            _levels[value] = ((value / 255f) - mean.R) / std.R;
            _levels[Levels + value] = ((value / 255f) - mean.G) / std.G;
            _levels[(2 * Levels) + value] = ((value / 255f) - mean.B) / std.B;
        }
    }

    /// <summary>One look-up a value.</summary>
    [Benchmark(Baseline = true)]
    public void LookUp()
    {
        for (int channel = 0; channel < 3; channel++)
        {
            Span<float> plane = _planes.AsSpan(channel * Size * Size, Size * Size);
            ReadOnlySpan<float> levels = _levels.AsSpan(channel * Levels, Levels);
            for (int i = 0; i < plane.Length; i++)
            {
                plane[i] = levels[_pixels[(3 * i) + channel]];
            }
        }
    }

    /// <summary>Vectors, where the machine has them.</summary>
    [Benchmark]
    public void Normalize() => _preprocessor.Normalize(_pixels, _planes);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(1, "images", Bytes: 5.0 * Values);
}
