using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Clipper.Core.Randomness;

/// <summary>The 64-bit seed of one random stream of our own. Streams that must not depend on each other (draws,
/// drawn pictures, batch orders, initial weights) each derive theirs by name, so none shifts when another one changes.
/// The paper's episodes do not use it: their seed is the episode's number (PROTOCOL 4.2).</summary>
/// <param name="Value">All 64 bits.</param>
public readonly record struct Seed(ulong Value)
{
    /// <summary>The seed of the stream named by <paramref name="purpose"/>, <paramref name="subject"/> and
    /// <paramref name="index"/> below <paramref name="root"/>.</summary>
    /// <remarks>Value = first 8 bytes, little-endian, of SHA-256 over: root (8 bytes), length of purpose in UTF-8
    /// (4 bytes), purpose, length of subject (4 bytes), subject, index (8 bytes); all integers little-endian. The
    /// lengths keep ("ab", "c") apart from ("a", "bc").</remarks>
    /// <param name="purpose">What the stream is for, e.g. <c>draw</c>.</param>
    /// <param name="subject">What it is for it, e.g. the data set's name.</param>
    /// <param name="index">Its number there, e.g. the episode's.</param>
    /// <param name="root">The experiment's seed.</param>
    public static Seed Derive(string purpose, string subject, long index, Seed root = default)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        AppendNumber(hash, unchecked((long)root.Value));
        AppendText(hash, purpose);
        AppendText(hash, subject);
        AppendNumber(hash, index);
        return new Seed(BinaryPrimitives.ReadUInt64LittleEndian(hash.GetHashAndReset()));
    }

    private static void AppendNumber(IncrementalHash hash, long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        hash.AppendData(bytes);
    }

    private static void AppendText(IncrementalHash hash, string text)
    {
        byte[] utf8 = Encoding.UTF8.GetBytes(text);
        Span<byte> length = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(length, utf8.Length);
        hash.AppendData(length);
        hash.AppendData(utf8);
    }
}
