using System.Runtime.InteropServices;
using Clipper.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace Clipper.Bench.Embeddings;

/// <summary>Rows of floats on the disk instead of in memory, written in any order and read in theirs. The file has no
/// name left while it is in use (on Windows: is deleted with its handle), so that a killed process leaves none. Writing
/// is thread-safe.</summary>
internal sealed class RowFile : IDisposable
{
    private const int CopyBytes = 1 << 20;

    private static int _made;

    private readonly SafeFileHandle _handle;
    private readonly string _path;

    /// <summary>Makes room for rows, all zeros.</summary>
    /// <exception cref="DataFileException">The folder cannot be written.</exception>
    public RowFile(string folder, long rows, int dimension)
    {
        Rows = rows;
        Dimension = dimension;
        _path = Path.Combine(
            folder, $".rows@{Environment.MachineName}@{Environment.ProcessId}@{Interlocked.Increment(ref _made)}.tmp");
        _handle = Guarded(() =>
        {
            Directory.CreateDirectory(folder);
            SafeFileHandle handle = File.OpenHandle(
                _path, FileMode.CreateNew, FileAccess.ReadWrite, FileShare.Delete, FileOptions.DeleteOnClose);
            RandomAccess.SetLength(handle, rows * dimension * sizeof(float));
            return handle;
        });
        if (!OperatingSystem.IsWindows())
        {
            File.Delete(_path);
        }
    }

    /// <summary>Number of rows.</summary>
    public long Rows { get; }

    /// <summary>Length of a row.</summary>
    public int Dimension { get; }

    /// <summary>Writes rows from number <paramref name="first"/> on.</summary>
    /// <exception cref="DataFileException">The disk is full.</exception>
    public void Write(long first, ReadOnlySpan<float> rows)
    {
        try
        {
            RandomAccess.Write(_handle, MemoryMarshal.AsBytes(rows), first * Dimension * sizeof(float));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    /// <summary>Copies all rows to a stream.</summary>
    /// <exception cref="DataFileException">They cannot be read back.</exception>
    public void CopyTo(Stream stream)
    {
        byte[] buffer = new byte[CopyBytes];
        long length = Rows * Dimension * sizeof(float);
        for (long at = 0; at < length;)
        {
            int count = RandomAccess.Read(_handle, buffer.AsSpan(0, (int)Math.Min(buffer.Length, length - at)), at);
            if (count == 0)
            {
                throw new DataFileException(_path, $"ended after {at} of {length} bytes while it was copied.");
            }

            stream.Write(buffer, 0, count);
            at += count;
        }
    }

    /// <inheritdoc />
    public void Dispose() => _handle.Dispose();

    private SafeFileHandle Guarded(Func<SafeFileHandle> open)
    {
        try
        {
            return open();
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw Failure(e);
        }
    }

    private DataFileException Failure(Exception e) =>
        new(_path, $"cannot be written ({e.Message}); free space or choose another cache folder.", e);
}
