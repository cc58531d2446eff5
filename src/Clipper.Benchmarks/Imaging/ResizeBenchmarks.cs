using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Imaging;

namespace Clipper.Benchmarks.Imaging;

/// <summary>Bicubic resize and crop of a decoded photograph: the plain port of Pillow's code against the vectorised
/// window.</summary>
[Description("Resize and crop of 640 × 427")]
public class ResizeBenchmarks : ICountedWork
{
    private readonly Raster _photo = Photo.Decode();
    private ImagePreprocessor _preprocessor = new(PreprocessSpec.Clip(224));
    private byte[] _pixels = [];

    /// <summary>Side of the result.</summary>
    [Params(224, 336)]
    public int Size { get; set; }

    /// <summary>Makes the buffers.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        _preprocessor = new ImagePreprocessor(PreprocessSpec.Clip(Size));
        _pixels = new byte[Size * Size * 3];
    }

    /// <summary>Gives the picture back.</summary>
    [GlobalCleanup]
    public void CleanUp() => _photo.Dispose();

    /// <summary>Whole picture, one value at a time.</summary>
    [Benchmark(Baseline = true)]
    public byte[] Plain() => PlainPillow.Preprocess(_photo, Size);

    /// <summary>The crop alone, with vectors.</summary>
    [Benchmark]
    public void Window() => _preprocessor.ToPixels(_photo, "photo.jpg", _pixels);

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(1, "images", Bytes: Photo.Bytes + (3.0 * Size * Size));
}
