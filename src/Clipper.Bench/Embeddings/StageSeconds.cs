using System.Globalization;

namespace Clipper.Bench.Embeddings;

/// <summary>Seconds that an embedding pass took for each of its stages, those of all workers added up: together more
/// than the time that passed.</summary>
/// <param name="Read">Reading encoded images.</param>
/// <param name="Decode">Decoding.</param>
/// <param name="Resize">Resizing, cropping, normalising.</param>
/// <param name="Encode">The vision tower.</param>
/// <param name="Write">Writing the rows and the cache entry.</param>
public sealed record StageSeconds(double Read, double Decode, double Resize, double Encode, double Write)
{
    /// <summary>The line that a command prints at its end: what was embedded, how long it took, and for what.</summary>
    /// <param name="dataset">What was embedded.</param>
    /// <param name="model">With which model.</param>
    /// <param name="images">Images.</param>
    /// <param name="seconds">Seconds that passed.</param>
    public string Line(string dataset, string model, int images, double seconds) => string.Create(
        CultureInfo.InvariantCulture,
        $"embed {dataset} with {model}: {images} images in {seconds:F1} s; workers' time together: {this}");

    /// <summary>For example <c>read 0.1 s, decode 2.0 s, resize 0.9 s, encode 30.2 s, write 0.0 s</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"read {Read:F1} s, decode {Decode:F1} s, resize {Resize:F1} s, encode {Encode:F1} s, write {Write:F1} s");
}
