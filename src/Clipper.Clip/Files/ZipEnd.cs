using System.Buffers.Binary;
using Clipper.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace Clipper.Clip.Files;

/// <summary>Where the central directory of a ZIP archive lies, from the record at its end (APPNOTE
/// 4.3.14–4.3.16).</summary>
/// <param name="Entries">Number of entries.</param>
/// <param name="Start">First byte of the central directory.</param>
/// <param name="Length">Its bytes.</param>
internal readonly record struct ZipEnd(long Entries, long Start, long Length)
{
    private const int RecordLength = 22;
    private const int LocatorLength = 20;
    private const int Zip64RecordLength = 56;

    /// <summary>Finds and checks the record.</summary>
    /// <exception cref="DataFileException">No ZIP archive, truncated, or split over several disks.</exception>
    public static ZipEnd Read(SafeFileHandle file, string path)
    {
        long fileLength = RandomAccess.GetLength(file);
        byte[] tail = new byte[(int)Math.Min(fileLength, RecordLength + ushort.MaxValue + LocatorLength)];
        long tailStart = fileLength - tail.Length;
        RandomAccess.Read(file, tail, tailStart);
        int at = Find(tail);
        if (at < 0)
        {
            throw new DataFileException(path, "is not a ZIP archive, or its end is missing; obtain it again.");
        }

        ReadOnlySpan<byte> record = tail.AsSpan(at);
        var end = new ZipEnd(UInt16(record, 10), UInt32(record, 16), UInt32(record, 12));
        if (UInt16(record, 4) is not (0 or ushort.MaxValue))
        {
            throw new DataFileException(path, "is one part of a split ZIP archive; join the parts first.");
        }

        if (at >= LocatorLength && UInt32(tail.AsSpan(at - LocatorLength), 0) == 0x07064b50)
        {
            end = ReadZip64(file, path, (long)UInt64(tail.AsSpan(at - LocatorLength), 8));
        }

        long before = tailStart + at;
        return end.Start >= 0 && end.Length >= 0 && end.Start <= before && end.Length <= before - end.Start
            ? end : throw new DataFileException(
                path, "has a ZIP directory outside the file; it is truncated or damaged.");
    }

    private static ZipEnd ReadZip64(SafeFileHandle file, string path, long start)
    {
        byte[] record = new byte[Zip64RecordLength];
        bool isInside = start >= 0 && start <= RandomAccess.GetLength(file) - Zip64RecordLength;
        if (!isInside || RandomAccess.Read(file, record, start) < Zip64RecordLength || UInt32(record, 0) != 0x06064b50)
        {
            throw new DataFileException(path, "has a damaged ZIP64 end record; obtain it again.");
        }

        return new((long)UInt64(record, 32), (long)UInt64(record, 48), (long)UInt64(record, 40));
    }

    // The last signature whose comment ends where the file ends: a comment may hold the signature's bytes.
    private static int Find(ReadOnlySpan<byte> tail)
    {
        for (int at = tail.Length - RecordLength; at >= 0; at--)
        {
            if (UInt32(tail[at..], 0) == 0x06054b50 && at + RecordLength + UInt16(tail[at..], 20) == tail.Length)
            {
                return at;
            }
        }

        return -1;
    }

    private static ushort UInt16(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt16LittleEndian(bytes[at..]);

    private static uint UInt32(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt32LittleEndian(bytes[at..]);

    private static ulong UInt64(ReadOnlySpan<byte> bytes, int at) =>
        BinaryPrimitives.ReadUInt64LittleEndian(bytes[at..]);
}
