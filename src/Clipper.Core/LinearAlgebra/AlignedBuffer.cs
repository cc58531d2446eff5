using System.Runtime.InteropServices;

namespace Clipper.Core.LinearAlgebra;

/// <summary>Numbers that begin with a line of the cache, so that no vector of them lies in two lines; arrays of the
/// runtime cannot promise that. Not cleared.</summary>
/// <typeparam name="T">float or double.</typeparam>
internal readonly unsafe ref struct AlignedBuffer<T>
    where T : unmanaged
{
    private const int Line = 64; // bytes

    private readonly int _length;

    /// <summary>Room for <paramref name="length"/> numbers.</summary>
    public AlignedBuffer(int length)
    {
        _length = length;
        Start = (T*)NativeMemory.AlignedAlloc(checked((nuint)length * (nuint)sizeof(T)), Line);
    }

    /// <summary>The first number.</summary>
    public T* Start { get; }

    /// <summary>All of them.</summary>
    public Span<T> Values => new(Start, _length);

    /// <summary>Gives the memory back.</summary>
    public void Dispose() => NativeMemory.AlignedFree(Start);
}
