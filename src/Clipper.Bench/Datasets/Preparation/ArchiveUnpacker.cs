using System.IO.Compression;
using Clipper.Bench.Datasets.Storage;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Preparation;

/// <summary>Unpacks ZIP, TAR and packed TAR archives, taken for hostile: they are checked as those that are read in
/// place (<see cref="ZipDirectory"/>, <see cref="TarEntries"/>), files are only ever created, below a new folder, and
/// the folder is removed again when anything is wrong.</summary>
/// <param name="limits">What an archive may claim.</param>
internal sealed class ArchiveUnpacker(ArchiveLimits limits)
{
    private const int BufferLength = 1 << 17;

    /// <summary>Whether a name is that of an archive that is read.</summary>
    public static bool Match(string path) => IsPackedTar(path)
        || path.EndsWith(".tar", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".zip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether a name is that of a TAR packed by gzip, which cannot be read in place.</summary>
    public static bool IsPackedTar(string path) => path.EndsWith(".tar.gz", StringComparison.OrdinalIgnoreCase)
        || path.EndsWith(".tgz", StringComparison.OrdinalIgnoreCase);

    /// <summary>Unpacks files into a folder that does not exist yet.</summary>
    /// <param name="archive">The archive.</param>
    /// <param name="folder">The folder; absent afterwards where anything was wrong.</param>
    /// <param name="wanted">Which files; null = all.</param>
    /// <param name="report">Is told the number of files so far.</param>
    /// <param name="cancellation">Ends it; the folder is removed.</param>
    /// <returns>Number of files.</returns>
    /// <exception cref="DataFileException">Damaged, refused, or the disk is full.</exception>
    public int Unpack(
        string archive, string folder, Func<string, bool>? wanted, Action<int> report, CancellationToken cancellation)
    {
        if (Path.Exists(folder))
        {
            throw new DataFileException(folder, "is there already; an archive is unpacked into a new folder.");
        }

        bool isWhole = false;
        try
        {
            Directory.CreateDirectory(folder);
            int count = archive.EndsWith(".zip", StringComparison.OrdinalIgnoreCase)
                ? UnpackZip(archive, folder, wanted, report, cancellation)
                : UnpackTar(archive, folder, wanted, report, cancellation);
            isWhole = true;
            return count;
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(folder, $"cannot be written ({e.Message}); free space and try again.", e);
        }
        finally
        {
            if (!isWhole)
            {
                Directory.Delete(folder, recursive: true);
            }
        }
    }

    private int UnpackZip(
        string archive, string folder, Func<string, bool>? wanted, Action<int> report, CancellationToken cancellation)
    {
        using var store = new ZipStore(archive, limits);
        int count = 0;
        foreach (string name in store.Names.Order(StringComparer.Ordinal).Where(n => wanted?.Invoke(n) ?? true))
        {
            cancellation.ThrowIfCancellationRequested();
            using FileStream file = Create(folder, name);
            store.CopyTo(name, file);
            report(++count);
        }

        return count;
    }

    private int UnpackTar(
        string archive, string folder, Func<string, bool>? wanted, Action<int> report, CancellationToken cancellation)
    {
        using FileStream packed = OpenRead(archive);
        using Stream tar = IsPackedTar(archive) ? new GZipStream(packed, CompressionMode.Decompress) : packed;
        var entries = new TarEntries(archive, tar, limits);
        byte[] buffer = new byte[BufferLength];
        int count = 0;
        long unpacked = 0;
        while (entries.Next() is { } entry)
        {
            cancellation.ThrowIfCancellationRequested();
            unpacked += entry.Length + TarHeader.BlockLength;
            if (unpacked > ArchiveLimits.FreeBytes && unpacked / limits.Ratio > packed.Position + BufferLength)
            {
                throw new DataFileException(archive, $"unpacks more than {limits.Ratio}-fold; it is refused.");
            }

            if (wanted is null || wanted(entry.Name))
            {
                using FileStream file = Create(folder, entry.Name);
                while (entries.ReadContent(entry, buffer) is > 0 and var read)
                {
                    file.Write(buffer, 0, read);
                }

                report(++count);
            }
        }

        return count;
    }

    private static FileStream OpenRead(string archive)
    {
        try
        {
            return File.OpenRead(archive);
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(archive, $"cannot be read ({e.Message}).", e);
        }
    }

    // CreateNew never follows or replaces what is there.
    private static FileStream Create(string folder, string name)
    {
        string path = Path.Combine(folder, name);
        Directory.CreateDirectory(Path.GetDirectoryName(path) ?? folder);
        return new FileStream(path, FileMode.CreateNew, FileAccess.Write, FileShare.None);
    }
}
