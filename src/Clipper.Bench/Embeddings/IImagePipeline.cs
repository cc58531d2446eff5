using Clipper.Clip.Imaging;

namespace Clipper.Bench.Embeddings;

/// <summary>From an encoded image to an embedding; tests put another in its place.</summary>
internal interface IImagePipeline
{
    /// <summary>Text of everything that decides the pixels.</summary>
    string Fingerprint { get; }

    /// <summary>Bytes of one image's pixels.</summary>
    int PixelLength { get; }

    /// <summary>Decodes one image; the caller disposes it. Thread-safe.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">The bytes are not a readable image.</exception>
    Raster Decode(ReadOnlySpan<byte> encoded, string name);

    /// <summary>Preprocesses a decoded image, or a part of it. Thread-safe.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">The part lies outside the image, or cannot be
    /// resized.</exception>
    void ToPixels(Raster picture, ImageRegion? part, string name, Span<byte> pixels);

    /// <summary>Loads the encoder, and libtorch with it.</summary>
    IRowEncoder<byte> LoadEncoder();
}
