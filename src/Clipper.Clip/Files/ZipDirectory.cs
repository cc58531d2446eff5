using System.Buffers.Binary;
using System.Text;
using Clipper.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace Clipper.Clip.Files;

/// <summary>The central directory of a ZIP archive (APPNOTE 4.3.12), read as hostile: an archive is refused as a whole,
/// by the name of the entry, if any entry is not a plain file or folder of plausible size with a harmless
/// name.</summary>
public sealed class ZipDirectory
{
    private const int HeaderLength = 46;

    private readonly string _path;
    private readonly ArchiveNames _names;
    private readonly ArchiveLimits _limits;
    private readonly List<ZipEntryRecord> _files = [];
    private long _total;

    private ZipDirectory(string path, ArchiveLimits limits)
    {
        _path = path;
        _names = new(path);
        _limits = limits;
    }

    /// <summary>Reads the files' entries (folders left out), in archive order.</summary>
    /// <exception cref="DataFileException">Damaged or refused.</exception>
    public static IReadOnlyList<ZipEntryRecord> Read(string path, ArchiveLimits limits)
    {
        using SafeFileHandle file = OpenFile(path);
        ZipEnd end = ZipEnd.Read(file, path);
        if (end.Length > int.MaxValue)
        {
            throw new DataFileException(path, $"has a ZIP directory of {end.Length} bytes; at most 2 GiB are read.");
        }

        byte[] bytes = new byte[(int)end.Length];
        if (RandomAccess.Read(file, bytes, end.Start) < bytes.Length)
        {
            throw new DataFileException(path, "is shorter than its ZIP directory says.");
        }

        var directory = new ZipDirectory(path, limits);
        directory.Parse(bytes, end.Entries);
        directory.CheckOverlap(end.Start);
        return directory._files;
    }

    /// <summary>Opens an archive for reads at any place.</summary>
    /// <exception cref="DataFileException">Missing or not readable.</exception>
    public static SafeFileHandle OpenFile(string path)
    {
        try
        {
            return File.OpenHandle(path, options: FileOptions.RandomAccess);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be opened ({e.Message}).", e);
        }
    }

    private void Parse(ReadOnlySpan<byte> bytes, long entries)
    {
        for (long i = 0; i < entries; i++)
        {
            if (bytes.Length < HeaderLength || UInt32(bytes, 0) != 0x02014b50)
            {
                throw new DataFileException(_path, $"ZIP directory entry {i + 1} of {entries} is damaged.");
            }

            int nameLength = UInt16(bytes, 28);
            int extraLength = UInt16(bytes, 30);
            int length = HeaderLength + nameLength + extraLength + UInt16(bytes, 32);
            if (bytes.Length < length)
            {
                throw new DataFileException(_path, $"ZIP directory entry {i + 1} of {entries} is truncated.");
            }

            ReadOnlySpan<byte> extra = bytes.Slice(HeaderLength + nameLength, extraLength);
            Add(bytes[..length], bytes.Slice(HeaderLength, nameLength), extra);
            bytes = bytes[length..];
        }
    }

    private void Add(ReadOnlySpan<byte> header, ReadOnlySpan<byte> nameBytes, ReadOnlySpan<byte> extra)
    {
        string name = Decode(nameBytes);
        _names.Check(name);
        CheckKind(name, header);
        if (name.EndsWith('/'))
        {
            return;
        }

        ZipEntryRecord entry = Widen(new(
            name, IsDeflated: UInt16(header, 10) == 8, Crc: UInt32(header, 16), PackedLength: UInt32(header, 20),
            Length: UInt32(header, 24), HeaderStart: UInt32(header, 42)), extra);
        CheckSize(entry);
        _files.Add(entry);
    }

    private void CheckKind(string name, ReadOnlySpan<byte> header)
    {
        if ((UInt16(header, 8) & 1) != 0)
        {
            throw _names.Refuse(name, "is encrypted");
        }

        if (UInt16(header, 10) is not (0 or 8))
        {
            throw _names.Refuse(name, $"is packed by method {UInt16(header, 10)} (stored and deflated are read)");
        }

        // Unix mode in the upper half of the external attributes; 0 where another system made the archive.
        uint kind = header[5] == 3 ? (UInt32(header, 38) >> 16) & 0xF000 : 0;
        if (kind is not (0 or 0x8000 or 0x4000))
        {
            throw _names.Refuse(name, "is a link, device or pipe");
        }
    }

    private void CheckSize(ZipEntryRecord entry)
    {
        ulong longest = (ulong)Math.Max(Array.MaxLength, _limits.EntryBytes);
        if ((ulong)entry.Length > (ulong)_limits.EntryBytes || (ulong)entry.PackedLength > longest)
        {
            throw _names.Refuse(entry.Name, $"claims {(ulong)entry.Length} bytes (at most {_limits.EntryBytes})");
        }

        if (entry.Length > ArchiveLimits.FreeBytes && entry.Length / _limits.Ratio > entry.PackedLength)
        {
            throw _names.Refuse(
                entry.Name, $"unpacks {entry.PackedLength} to {entry.Length} bytes (at most {_limits.Ratio}-fold)");
        }

        _total += entry.Length;
        if (_total > _limits.TotalBytes)
        {
            throw _names.Refuse(entry.Name, $"takes the archive beyond {_limits.TotalBytes} unpacked bytes");
        }
    }

    // Entries that share packed bytes make bombs that no ratio of a single entry shows.
    private void CheckOverlap(long end)
    {
        foreach (ZipEntryRecord entry in _files.OrderByDescending(f => f.HeaderStart))
        {
            if (entry.HeaderStart < 0 || entry.HeaderStart > end - ZipLocalHeader.Length - entry.PackedLength)
            {
                throw _names.Refuse(entry.Name, "overlaps another entry or lies outside the file");
            }

            end = entry.HeaderStart;
        }
    }

    // ZIP64: the extra field 1 has, in this order, those of the values that are all ones in the header.
    private ZipEntryRecord Widen(ZipEntryRecord entry, ReadOnlySpan<byte> extra)
    {
        while (extra.Length >= 4 && UInt16(extra, 0) != 1)
        {
            extra = extra[Math.Min(extra.Length, 4 + UInt16(extra, 2))..];
        }

        ReadOnlySpan<byte> values = extra.Length >= 4
            ? extra.Slice(4, Math.Min(UInt16(extra, 2), extra.Length - 4)) : [];
        long length = Wide(entry.Length, entry.Name, ref values);
        long packed = Wide(entry.PackedLength, entry.Name, ref values);
        long start = Wide(entry.HeaderStart, entry.Name, ref values);
        return entry with { Length = length, PackedLength = packed, HeaderStart = start };
    }

    private long Wide(long value, string name, ref ReadOnlySpan<byte> values)
    {
        if (value != uint.MaxValue)
        {
            return value;
        }

        if (values.Length < sizeof(long))
        {
            throw _names.Refuse(name, "lacks its ZIP64 field");
        }

        long wide = BinaryPrimitives.ReadInt64LittleEndian(values);
        values = values[sizeof(long)..];
        return wide;
    }

    // Names are UTF-8, flagged or not, in every archive made this century; others are read byte by byte.
    private static string Decode(ReadOnlySpan<byte> name)
    {
        try
        {
            return new UTF8Encoding(false, throwOnInvalidBytes: true).GetString(name);
        }
        catch (DecoderFallbackException)
        {
            return Encoding.Latin1.GetString(name);
        }
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);
}
