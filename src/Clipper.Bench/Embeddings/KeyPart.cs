namespace Clipper.Bench.Embeddings;

/// <summary>One of the things that decide embeddings.</summary>
/// <param name="Name">What it is.</param>
/// <param name="Value">Its canonical text.</param>
public sealed record KeyPart(string Name, string Value);
