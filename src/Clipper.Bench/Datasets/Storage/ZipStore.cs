using System.Buffers;
using System.Globalization;
using System.IO.Compression;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>The files of a ZIP archive, read in place from any number of threads. Every read is checked against the
/// length and CRC-32 of the archive's directory (System.IO.Compression neither checks CRCs nor reads from two
/// threads).</summary>
internal sealed class ZipStore : IArchiveStore
{
    private const int CopyLength = 1 << 17;

    private readonly ArchiveFile _file;
    private readonly Dictionary<string, ZipEntryRecord> _entries;

    /// <summary>Opens the archive and reads its directory.</summary>
    /// <exception cref="DataFileException">Missing, damaged or hostile.</exception>
    public ZipStore(string path, ArchiveLimits? limits = null)
    {
        _entries = ZipDirectory.Read(path, limits ?? new()).ToDictionary(e => e.Name, StringComparer.Ordinal);
        _file = new(path);
    }

    /// <summary>Paths inside the archive.</summary>
    public IReadOnlyCollection<string> Names => _entries.Keys;

    public string? Location => _file.Location;

    public string Stamp(string id) =>
        string.Create(CultureInfo.InvariantCulture, $"{_file.Stamp}:{Entry(id).Crc:x8}");

    public byte[] Read(string id)
    {
        ZipEntryRecord entry = Entry(id);
        byte[] packed = ArrayPool<byte>.Shared.Rent((int)Math.Max(1, entry.PackedLength));
        try
        {
            Memory<byte> content = packed.AsMemory(0, (int)entry.PackedLength);
            _file.Read(content.Span, ContentStart(entry), id);
            byte[] bytes = entry.IsDeflated ? Inflate(packed, entry) : content.ToArray();
            return bytes.Length == entry.Length && Crc32.Of(bytes) == entry.Crc ? bytes
                : throw _file.Damaged(id, "differs from the length or CRC-32 in the archive's directory");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(packed);
        }
    }

    /// <summary>Writes a file of any length to a stream.</summary>
    /// <exception cref="DataFileException">Absent, or differs from the length or CRC-32 of the directory.</exception>
    public void CopyTo(string id, Stream target)
    {
        ZipEntryRecord entry = Entry(id);
        using var packed = new ArchiveSlice(_file, ContentStart(entry), entry.PackedLength, id);
        using Stream content = entry.IsDeflated ? new DeflateStream(packed, CompressionMode.Decompress) : packed;
        byte[] buffer = new byte[CopyLength];
        uint crc = 0;
        long length = 0;
        try
        {
            while (length <= entry.Length && content.Read(buffer) is > 0 and var read)
            {
                crc = Crc32.Continue(crc, buffer.AsSpan(0, read));
                length += read;
                target.Write(buffer, 0, read);
            }
        }
        catch (InvalidDataException e)
        {
            throw _file.Damaged(id, "holds damaged deflated data", e);
        }

        if (length != entry.Length || crc != entry.Crc)
        {
            throw _file.Damaged(id, "differs from the length or CRC-32 in the archive's directory");
        }
    }

    public void Dispose() => _file.Dispose();

    private ZipEntryRecord Entry(string id) =>
        _entries.GetValueOrDefault(id) ?? throw _file.Damaged(id, "is not in the archive");

    private long ContentStart(ZipEntryRecord entry)
    {
        Span<byte> header = stackalloc byte[ZipLocalHeader.Length];
        _file.Read(header, entry.HeaderStart, entry.Name);
        return ZipLocalHeader.ContentStart(header, entry.HeaderStart)
            ?? throw _file.Damaged(entry.Name, "has a damaged local header");
    }

    // Exactly the claimed length and one byte more to see that the stream ends there: a lying header cannot grow the
    // buffer.
    private byte[] Inflate(byte[] packed, ZipEntryRecord entry)
    {
        byte[] bytes = new byte[entry.Length];
        using var source = new MemoryStream(packed, 0, (int)entry.PackedLength, writable: false);
        using var inflater = new DeflateStream(source, CompressionMode.Decompress);
        try
        {
            int read = inflater.ReadAtLeast(bytes, bytes.Length, throwOnEndOfStream: false);
            return read == bytes.Length && inflater.ReadByte() < 0 ? bytes
                : throw _file.Damaged(entry.Name, "differs from the length in the archive's directory");
        }
        catch (InvalidDataException e)
        {
            throw _file.Damaged(entry.Name, "holds damaged deflated data", e);
        }
    }
}
