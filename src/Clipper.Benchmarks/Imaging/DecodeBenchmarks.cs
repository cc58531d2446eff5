using System.ComponentModel;
using BenchmarkDotNet.Attributes;
using Clipper.Benchmarks.Suite;
using Clipper.Clip.Imaging;

namespace Clipper.Benchmarks.Imaging;

/// <summary>Decoding the same pixels from a JPEG and from an uncompressed bitmap.</summary>
[Description("Decoding 640 × 427")]
public class DecodeBenchmarks : ICountedWork
{
    private readonly byte[] _jpeg = Photo.Read();
    private byte[] _bitmap = [];

    /// <summary>Makes the bitmap.</summary>
    [GlobalSetup]
    public void SetUp()
    {
        using Raster photo = Photo.Decode();
        _bitmap = BmpWriter.Write(photo);
    }

    /// <summary>libjpeg-turbo, accurate integer DCT, fancy upsampling.</summary>
    [Benchmark(Baseline = true)]
    public void Jpeg() => ImageDecoder.Decode(_jpeg, "photo.jpg").Dispose();

    /// <summary>The managed reader of bitmaps.</summary>
    [Benchmark]
    public void Bitmap() => ImageDecoder.Decode(_bitmap, "photo.bmp").Dispose();

    /// <inheritdoc />
    public Work WorkOf(string benchmark) => new(1, "images", Bytes: _jpeg.Length + Photo.Bytes);
}
