using System.Runtime.InteropServices;
using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Tests.Embeddings;

/// <summary>An encoder that gives the first byte of each image, on a device that holds few of them.</summary>
/// <param name="capacity">How many images it holds.</param>
/// <param name="message">What it says when there are more.</param>
internal sealed class SmallDevice(int capacity, string message = "CUDA out of memory. Tried to allocate 2.00 GiB")
    : IPixelEncoder
{
    public List<int> Calls { get; } = [];

    public bool IsDisposed { get; private set; }

    public int Dimension => 1;

    public int Workers(int asked) => asked + 1;

    public int Batch(int asked) => asked + 2;

    public void Encode(ReadOnlySpan<byte> pixels, int count, Span<float> embeddings)
    {
        lock (Calls)
        {
            Calls.Add(count);
        }

        if (count > capacity)
        {
            throw new NativeFailure(message);
        }

        int length = pixels.Length / count;
        for (int i = 0; i < count; i++)
        {
            embeddings[i] = pixels[i * length];
        }
    }

    public void Dispose() => IsDisposed = true;

    // libtorch's errors reach us as this type's kind.
    private sealed class NativeFailure(string message) : ExternalException(message);
}
