namespace Clipper.Bench.Methods;

/// <summary>Changed copies of support images (PROTOCOL section 7).</summary>
/// <param name="Kind">How they are changed, e.g. <c>nontrivial</c>.</param>
/// <param name="Copies">Copies of every image beside itself, at least 1.</param>
/// <param name="Seed">Of the random numbers that change them.</param>
public sealed record Augmentation(string Kind, int Copies, int Seed);
