using System.Runtime.InteropServices;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Bench.Embeddings;

/// <summary>An encoder whose device may be too small for a batch: what it cannot hold is encoded in halves, and later
/// batches in parts of the size that it held. Embeddings do not depend on the parts.</summary>
/// <param name="encoder">The encoder; it is disposed with this one.</param>
internal sealed class HalvingEncoder<T>(IRowEncoder<T> encoder) : IRowEncoder<T>
    where T : unmanaged
{
    private int _most = int.MaxValue;

    public int Dimension => encoder.Dimension;

    public int Workers(int asked) => encoder.Workers(asked);

    public int Batch(int asked) => encoder.Batch(asked);

    /// <inheritdoc />
    /// <exception cref="UsageException">The device does not hold a single row.</exception>
    public void Encode(ReadOnlySpan<T> rows, int count, Span<float> embeddings)
    {
        int length = count == 0 ? 0 : rows.Length / count;
        int done = 0;
        while (done < count)
        {
            int part = Math.Min(count - done, Volatile.Read(ref _most));
            try
            {
                encoder.Encode(
                    rows.Slice(done * length, part * length),
                    part,
                    embeddings.Slice(done * Dimension, part * Dimension));
                done += part;
            }
            catch (ExternalException error) when (DeviceMemory.IsExhausted(error))
            {
                Lower(part, error);
            }
        }
    }

    public void Dispose() => encoder.Dispose();

    // Another worker may have lowered it further meanwhile.
    private void Lower(int part, ExternalException error)
    {
        if (part == 1)
        {
            throw new UsageException(
                "The device's memory does not hold the model with one image or text; free some of it, or use --device "
                + "cpu or a narrower --dtype.",
                error);
        }

        int most = Volatile.Read(ref _most);
        while (part / 2 < most)
        {
            most = Interlocked.CompareExchange(ref _most, part / 2, most);
        }
    }
}
