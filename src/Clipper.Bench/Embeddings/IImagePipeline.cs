namespace Clipper.Bench.Embeddings;

/// <summary>From an encoded image to an embedding; tests put another in its place.</summary>
internal interface IImagePipeline
{
    /// <summary>Text of everything that decides the pixels.</summary>
    string Fingerprint { get; }

    /// <summary>Floats of one image's pixels.</summary>
    int PlaneLength { get; }

    /// <summary>Decodes and preprocesses one image, and tells the clock what took how long. Thread-safe.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">The bytes are not a readable image.</exception>
    void ToPlanes(ReadOnlySpan<byte> encoded, string name, Span<float> planes, StageClock clock);

    /// <summary>Loads the encoder, and libtorch with it.</summary>
    IPlaneEncoder LoadEncoder();
}
