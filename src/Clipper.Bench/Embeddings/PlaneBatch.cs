namespace Clipper.Bench.Embeddings;

/// <summary>The pixels of consecutive samples on their way to the encoder.</summary>
/// <param name="First">Index of the first sample.</param>
/// <param name="Count">Number of samples.</param>
/// <param name="Planes">Pooled floats, the pixels of one sample after another; zeros for a skipped one.</param>
internal readonly record struct PlaneBatch(int First, int Count, float[] Planes);
