using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Imaging;

namespace Clipper.Benchmarks.Imaging;

/// <summary>From the bytes of a JPEG to normalised planes of 224 × 224, with the plain resize and with the fast
/// one.</summary>
[Description("JPEG of 640 × 427 to planes of 224 × 224")]
public class PreprocessBenchmarks : ICountedWork
{
    private const int Size = 224;

    private readonly byte[] _jpeg = Photo.Read();
    private readonly ImagePreprocessor _preprocessor = new(PreprocessSpec.Clip(Size));
    private readonly byte[] _pixels = new byte[Size * Size * 3];
    private readonly float[] _planes = new float[Size * Size * 3];

    /// <summary>Decode, plain resize, normalise.</summary>
    [Benchmark(Baseline = true)]
    public void Plain()
    {
        using Raster photo = ImageDecoder.Decode(_jpeg, "photo.jpg");
        _preprocessor.Normalize(PlainPillow.Preprocess(photo, Size), _planes);
    }

    /// <summary>Decode, windowed resize, normalise.</summary>
    [Benchmark]
    public void Fast()
    {
        _preprocessor.ToPixels(_jpeg, "photo.jpg", _pixels);
        _preprocessor.Normalize(_pixels, _planes);
    }

    /// <inheritdoc />
    public Work WorkOf(string benchmark) =>
        new(1, "images", Bytes: _jpeg.Length + (2.0 * Photo.Bytes) + (2.0 * _pixels.Length) + (4.0 * _planes.Length));
}
