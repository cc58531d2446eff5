using System.Text;
using System.Text.Unicode;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Strict UTF-8, and its two common variants: CESU-8 (a surrogate pair as two sequences of three bytes) and
/// Java's C0 80 for U+0000.</summary>
internal static class Utf8Variants
{
    private const byte JavaNullLead = 0xc0;
    private const byte SurrogateLead = 0xed;
    private const int PairLength = 6;

    /// <summary>The text, or null where the bytes are none of these.</summary>
    public static string? Decode(byte[] bytes)
    {
        byte[] plain = bytes.AsSpan().ContainsAny(JavaNullLead, SurrogateLead) ? Normalize(bytes) : bytes;
        return Utf8.IsValid(plain) ? Encoding.UTF8.GetString(plain) : null;
    }

    private static byte[] Normalize(ReadOnlySpan<byte> bytes)
    {
        var plain = new List<byte>(bytes.Length);
        Span<byte> sequence = stackalloc byte[4];
        while (!bytes.IsEmpty)
        {
            if (bytes is [JavaNullLead, 0x80, ..])
            {
                plain.Add(0);
                bytes = bytes[2..];
            }
            else if (IsPair(bytes))
            {
                int high = ((bytes[1] & 0x0f) << 16) + ((bytes[2] & 0x3f) << 10);
                int low = ((bytes[4] & 0x0f) << 6) + (bytes[5] & 0x3f);
                plain.AddRange(sequence[..new Rune(high + low + 0x10000).EncodeToUtf8(sequence)]);
                bytes = bytes[PairLength..];
            }
            else
            {
                plain.Add(bytes[0]);
                bytes = bytes[1..];
            }
        }

        return [.. plain];
    }

    private static bool IsPair(ReadOnlySpan<byte> bytes) =>
        bytes is
        [
            SurrogateLead, >= 0xa0 and <= 0xaf, >= 0x80 and <= 0xbf,
            SurrogateLead, >= 0xb0 and <= 0xbf, >= 0x80 and <= 0xbf, ..
        ];
}
