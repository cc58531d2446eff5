namespace Clipper.Clip.Files;

/// <summary>A file's line in the central directory of a ZIP archive.</summary>
/// <param name="Name">Path inside the archive.</param>
/// <param name="IsDeflated">Deflated; else stored.</param>
/// <param name="Crc">CRC-32 of the content.</param>
/// <param name="PackedLength">Bytes in the archive.</param>
/// <param name="Length">Bytes of the content.</param>
/// <param name="HeaderStart">Where the local header starts.</param>
public sealed record ZipEntryRecord(
    string Name, bool IsDeflated, uint Crc, long PackedLength, long Length, long HeaderStart);
