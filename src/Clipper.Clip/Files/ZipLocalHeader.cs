using System.Buffers.Binary;

namespace Clipper.Clip.Files;

/// <summary>The header in front of an entry's content in a ZIP archive (APPNOTE 4.3.7). Sizes and names are taken from
/// the central directory; this one is needed because its own name and extra field, whose lengths may differ, push the
/// content back.</summary>
public static class ZipLocalHeader
{
    /// <summary>Bytes of its fixed part.</summary>
    public const int Length = 30;

    /// <summary>Where the content starts, or null where this is no local header.</summary>
    /// <param name="header">At least <see cref="Length"/> bytes.</param>
    /// <param name="headerStart">Where in the archive they lie.</param>
    public static long? ContentStart(ReadOnlySpan<byte> header, long headerStart)
    {
        if (BinaryPrimitives.ReadUInt32LittleEndian(header) != 0x04034b50)
        {
            return null;
        }

        int nameLength = BinaryPrimitives.ReadUInt16LittleEndian(header[26..]);
        int extraLength = BinaryPrimitives.ReadUInt16LittleEndian(header[28..]);
        return headerStart + Length + nameLength + extraLength;
    }
}
