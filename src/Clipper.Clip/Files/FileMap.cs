using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using Clipper.Core.Errors;

namespace Clipper.Clip.Files;

/// <summary>A whole file mapped into memory for reading, from any number of threads. It must not be empty.</summary>
internal sealed unsafe class FileMap : IDisposable
{
    private const int HashBytes = 1 << 20;

    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly FileStream _file;
    private readonly byte* _start;
    private bool _disposed;

    private FileMap(string path, long length)
    {
        Length = length;
        _file = new FileStream(path, FileMode.Open, FileAccess.Read, FileShare.Read);
        _map = MemoryMappedFile.CreateFromFile(
            _file, mapName: null, 0, MemoryMappedFileAccess.Read, HandleInheritability.None, leaveOpen: true);
        _view = _map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
    }

    /// <summary>Bytes of the file.</summary>
    public long Length { get; }

    /// <summary>Maps a file.</summary>
    /// <exception cref="DataFileException">It cannot be read.</exception>
    public static FileMap Open(string path, long length)
    {
        try
        {
            return new FileMap(path, length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read: {error.Message}", error);
        }
    }

    /// <summary>Bytes in the map, valid until disposal.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They do not lie in the file.</exception>
    public ReadOnlySpan<byte> Slice(long start, int length)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - length);
        return new ReadOnlySpan<byte>(_start + start, length);
    }

    /// <summary>Reads bytes of the file into <paramref name="target"/>, not through the map: for what is read once and
    /// in great amounts.</summary>
    /// <exception cref="ArgumentOutOfRangeException">They do not lie in the file.</exception>
    public void Read(long start, Span<byte> target)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, Length - target.Length);
        while (target.Length > 0)
        {
            int count = RandomAccess.Read(_file.SafeFileHandle, target, start);
            if (count == 0)
            {
                throw new DataFileException(_file.Name, $"ended at byte {start} while it was read.");
            }

            target = target[count..];
            start += count;
        }
    }

    /// <summary>Lower-case hexadecimal SHA-256 of the whole file. It is read in pieces and not through the map, whose
    /// pages would count as this process's memory.</summary>
    public string ComputeSha256()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        byte[] buffer = new byte[HashBytes];
        long at = 0;
        while (RandomAccess.Read(_file.SafeFileHandle, buffer, at) is > 0 and var count)
        {
            hash.AppendData(buffer, 0, count);
            at += count;
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _map.Dispose();
            _file.Dispose();
        }
    }
}
