namespace Clipper.Clip.Models.Registry;

/// <summary>An official file of a registered model.</summary>
/// <param name="Name">File name in the model's folder.</param>
/// <param name="Origin">Official address.</param>
/// <param name="Sha256">Lower-case hexadecimal SHA-256.</param>
/// <param name="Size">Bytes.</param>
public sealed record RegisteredFile(string Name, Uri Origin, string Sha256, long Size);
