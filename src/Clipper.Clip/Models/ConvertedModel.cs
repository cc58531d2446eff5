namespace Clipper.Clip.Models;

/// <summary>A model that was written as safetensors.</summary>
/// <param name="Description">What its folder says.</param>
/// <param name="Tensors">Number of tensors.</param>
/// <param name="TensorsHash">SHA-256 of the tensors whatever the container, as that of the source
/// (<see cref="Checkpoints.TensorFile.ComputeTensorsSha256"/>).</param>
public sealed record ConvertedModel(ModelDescription Description, int Tensors, string TensorsHash);
