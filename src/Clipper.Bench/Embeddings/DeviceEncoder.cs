namespace Clipper.Bench.Embeddings;

/// <summary>A tower that is fed as its device wants it: the one rule for images, pixels and texts.</summary>
/// <param name="tower">The tower; it is disposed with this.</param>
/// <param name="isOnCpu">Whether it computes on the CPU.</param>
/// <param name="dimension">Length of an embedding.</param>
/// <param name="encode">What the tower does with a batch; thread-safe.</param>
internal sealed class DeviceEncoder<T>(IDisposable tower, bool isOnCpu, int dimension, RowEncoding<T> encode)
    : IRowEncoder<T>
    where T : unmanaged
{
    // Fewer leave most of a GPU idle; more would fill the memory with decoded pixels.
    private const int LeastGpuBatch = 64;

    private const int GpuWorkers = 2;

    public int Dimension => dimension;

    // A GPU computes for one worker at a time while the other fills its buffer and queues its work behind.
    public int Workers(int asked) => isOnCpu ? asked : GpuWorkers;

    public int Batch(int asked) => isOnCpu ? asked : Math.Max(asked, LeastGpuBatch);

    public void Encode(ReadOnlySpan<T> rows, int count, Span<float> embeddings) => encode(rows, count, embeddings);

    public void Dispose() => tower.Dispose();
}
