namespace TorchSharp.Modules;

/// <summary>How an embedding treats its padding row, long rows and gradients.</summary>
internal sealed record EmbeddingOptions(
    long? PaddingIndex, double? MaxNorm, double NormType, bool ScaleByFrequency, bool Sparse);
