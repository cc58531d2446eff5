using System.Numerics;
using Clipper.Bench.Embeddings;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Embeddings;

/// <summary>An encoder that gives the first value of each row, on a device that holds few of them.</summary>
/// <param name="capacity">How many rows it holds.</param>
/// <param name="message">What it says when there are more.</param>
internal sealed class SmallDevice<T>(int capacity, string message = "CUDA out of memory. Tried to allocate 2.00 GiB")
    : IRowEncoder<T>
    where T : unmanaged, INumber<T>
{
    public List<int> Calls { get; } = [];

    public bool IsDisposed { get; private set; }

    public int Dimension => 1;

    public int Workers(int asked) => asked + 1;

    public int Batch(int asked) => asked + 2;

    public void Encode(ReadOnlySpan<T> rows, int count, Span<float> embeddings)
    {
        lock (Calls)
        {
            Calls.Add(count);
        }

        if (count > capacity)
        {
            throw new NativeFailure(message);
        }

        int length = rows.Length / count;
        for (int i = 0; i < count; i++)
        {
            embeddings[i] = float.CreateTruncating(rows[i * length]);
        }
    }

    public void Dispose() => IsDisposed = true;
}
