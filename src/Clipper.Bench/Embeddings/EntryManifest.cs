namespace Clipper.Bench.Embeddings;

/// <summary>The <c>&lt;key&gt;.json</c> beside an entry's numbers, sealed by its own hash.</summary>
/// <param name="Schema">Number of the entry format.</param>
/// <param name="Key">The key's hash: the entry's name.</param>
/// <param name="Parts">What the key was made from.</param>
/// <param name="Model">Name of the model when it was computed.</param>
/// <param name="Rows">Number of samples.</param>
/// <param name="Dimension">Length of a row.</param>
/// <param name="Skipped">Number of samples that were skipped.</param>
/// <param name="PayloadBytes">Length of the safetensors file.</param>
/// <param name="PayloadSha256">SHA-256 of the safetensors file.</param>
/// <param name="IdsSha256">SHA-256 of the ids' JSON.</param>
/// <param name="CreatedBy">Program and version.</param>
internal sealed record EntryManifest(
    int Schema, string Key, IReadOnlyList<KeyPart> Parts, string Model, int Rows, int Dimension, int Skipped,
    long PayloadBytes, string PayloadSha256, string IdsSha256, string CreatedBy);
