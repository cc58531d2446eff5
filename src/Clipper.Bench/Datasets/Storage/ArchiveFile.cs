using System.Globalization;
using Clipper.Clip.Files;
using Clipper.Core.Errors;
using Microsoft.Win32.SafeHandles;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>The bytes of an archive, read at any place from any number of threads.</summary>
/// <param name="path">The archive.</param>
/// <exception cref="DataFileException">Missing or not readable.</exception>
internal sealed class ArchiveFile(string path) : IDisposable
{
    private readonly SafeFileHandle _file = ZipDirectory.OpenFile(path);

    /// <summary>Full path.</summary>
    public string Location => Path.GetFullPath(path);

    /// <summary>Size and time.</summary>
    public string Stamp { get; } = string.Create(
        CultureInfo.InvariantCulture, $"{new FileInfo(path).Length}:{File.GetLastWriteTimeUtc(path).Ticks}");

    /// <summary>Fills <paramref name="bytes"/> from <paramref name="start"/> on.</summary>
    /// <param name="bytes">What to fill.</param>
    /// <param name="start">Place in the archive.</param>
    /// <param name="id">The entry, for errors.</param>
    /// <exception cref="DataFileException">The archive ends before, or cannot be read.</exception>
    public void Read(Span<byte> bytes, long start, string id)
    {
        try
        {
            for (int read = 0, got; read < bytes.Length; read += got)
            {
                got = RandomAccess.Read(_file, bytes[read..], start + read);
                if (got == 0)
                {
                    throw Damaged(id, "ends before its content does");
                }
            }
        }
        catch (IOException e)
        {
            throw Damaged(id, $"cannot be read ({e.Message})", e);
        }
    }

    /// <summary>The error for an entry.</summary>
    public DataFileException Damaged(string id, string problem, Exception? inner = null) =>
        new($"{path}/{id}", $"{problem}.", inner);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();
}
