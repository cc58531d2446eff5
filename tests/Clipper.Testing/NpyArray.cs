using System.Runtime.InteropServices;

namespace Clipper.Testing;

/// <summary>An array of a .npy file.</summary>
/// <param name="Type">NumPy's type string, for example <c>|u1</c>, <c>&lt;i4</c> or <c>&lt;f4</c>.</param>
/// <param name="Shape">Lengths; empty for a scalar.</param>
/// <param name="Data">The elements in C order, little-endian.</param>
public sealed record NpyArray(string Type, IReadOnlyList<int> Shape, byte[] Data)
{
    /// <summary>Bytes, of an array of uint8 or bool.</summary>
    public ReadOnlySpan<byte> Bytes => Type is "|u1" or "|b1" ? Data : throw Unexpected("uint8 or bool");

    /// <summary>The values of a float32 array.</summary>
    public ReadOnlySpan<float> Floats => As<float>("<f4");

    /// <summary>The values of an int32 array.</summary>
    public ReadOnlySpan<int> Integers => As<int>("<i4");

    private ReadOnlySpan<T> As<T>(string type)
        where T : struct =>
        Type == type ? MemoryMarshal.Cast<byte, T>(Data) : throw Unexpected(type);

    private InvalidDataException Unexpected(string expected) => new($"Expected an array of {expected}, got {Type}.");
}
