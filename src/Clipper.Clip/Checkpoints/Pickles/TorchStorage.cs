namespace Clipper.Clip.Checkpoints.Pickles;

/// <summary>Elements of an archive that tensors are views of.</summary>
/// <param name="Key">Its name below <c>data/</c>.</param>
/// <param name="Type">Element type.</param>
/// <param name="Elements">Number of elements.</param>
/// <param name="Start">First byte in the file.</param>
internal sealed record TorchStorage(string Key, TensorType Type, long Elements, long Start);
