using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace Clipper.Bench.Speed;

/// <summary>Checksums of numbers: equal for equal bits alone.</summary>
internal static class Checksum
{
    private const int Digits = 16;

    /// <summary>The first 16 hexadecimal digits of the SHA-256 of the numbers' bytes.</summary>
    public static string Of<T>(ReadOnlySpan<T> numbers)
        where T : unmanaged =>
        Convert.ToHexStringLower(SHA256.HashData(MemoryMarshal.AsBytes(numbers)))[..Digits];
}
