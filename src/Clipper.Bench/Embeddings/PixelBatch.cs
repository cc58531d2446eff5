namespace Clipper.Bench.Embeddings;

/// <summary>The pixels of consecutive samples on their way to the encoder: bytes, a quarter of what they are as
/// numbers.</summary>
/// <param name="First">Index of the first sample.</param>
/// <param name="Count">Number of samples.</param>
/// <param name="Pixels">Bytes of a buffer that the pass uses again, the pixels of one sample after another; zeros for
/// a skipped one.</param>
internal readonly record struct PixelBatch(int First, int Count, byte[] Pixels);
