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
    /// <summary>For example <c>read 0.1 s, decode 2.0 s, resize 0.9 s, encode 30.2 s, write 0.0 s</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"read {Read:F1} s, decode {Decode:F1} s, resize {Resize:F1} s, encode {Encode:F1} s, write {Write:F1} s");
}
