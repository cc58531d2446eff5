using System.Security.Cryptography;
using Clipper.Bench.Embeddings;
using Clipper.Clip.Imaging;

namespace Clipper.Bench.Tests.Embeddings;

/// <summary>Pixels are the SHA-256 of the file or of a part of its bytes, an embedding is the first numbers of its
/// pixels; both can be counted and delayed.</summary>
internal sealed class FakePipeline(string fingerprint = "fake 1", int dimension = 5) : IImagePipeline, IRowEncoder<byte>
{
    private int _encoded;
    private int _decoded;
    private int _loaded;

    public string Fingerprint => fingerprint;

    public int PixelLength => SHA256.HashSizeInBytes;

    public int Dimension => dimension;

    public int Encoded => _encoded;

    public int Loaded => _loaded;

    public int Decoded => _decoded;

    public Action<int> BeforeEncode { get; init; } = _ => { };

    public Random? Delays { get; init; }

    public Raster Decode(ReadOnlySpan<byte> encoded, string name)
    {
        Interlocked.Increment(ref _decoded);
        return encoded.StartsWith("bad"u8) ? throw new ImageException(name, "is not an image")
            : Raster.FromPixels(ImageMode.Grey, encoded.Length, 1, encoded);
    }

    public void ToPixels(Raster picture, ImageRegion? part, string name, Span<byte> pixels)
    {
        Sleep();
        using Raster? cut = part is { } region ? picture.Crop(region) : null;
        SHA256.HashData((cut ?? picture).Pixels, pixels);
    }

    public IRowEncoder<byte> LoadEncoder()
    {
        Interlocked.Increment(ref _loaded);
        return this;
    }

    public int Workers(int asked) => asked;

    public int Batch(int asked) => asked;

    public void Encode(ReadOnlySpan<byte> pixels, int count, Span<float> embeddings)
    {
        BeforeEncode(count);
        Sleep();
        for (int i = 0; i < count; i++)
        {
            for (int j = 0; j < Dimension; j++)
            {
                embeddings[(i * Dimension) + j] = 1 + (pixels[(i * PixelLength) + j] / 3f);
            }
        }

        Interlocked.Add(ref _encoded, count);
    }

    public void Dispose()
    {
    }

    private void Sleep()
    {
        if (Delays is { } random)
        {
            int milliseconds;
            lock (random)
            {
                milliseconds = random.Next(3);
            }

            Thread.Sleep(milliseconds);
        }
    }
}
