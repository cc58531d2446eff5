namespace Clipper.Clip.Checkpoints;

/// <summary>A tensor of a safetensors file.</summary>
/// <param name="Name">Its key.</param>
/// <param name="Type">Element type.</param>
/// <param name="Shape">Lengths; empty for a scalar.</param>
/// <param name="Start">First byte in the file.</param>
/// <param name="Length">Number of bytes.</param>
public sealed record TensorEntry(string Name, TensorType Type, IReadOnlyList<long> Shape, long Start, long Length);
