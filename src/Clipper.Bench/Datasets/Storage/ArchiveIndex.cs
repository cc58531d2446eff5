using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>The files of a TAR archive, listed once and kept in the cache. A kept list counts while the archive's size,
/// time and the hash of its first and last bytes are as they were; every read then checks the entry's own
/// header.</summary>
internal static class ArchiveIndex
{
    private const int Schema = 1;
    private const int HashedLength = 1 << 16;
    private const int FieldsOfEntry = 3;

    /// <summary>The files in archive order.</summary>
    /// <param name="path">The archive.</param>
    /// <param name="limits">What it may claim.</param>
    /// <param name="options">Where the cache is; warnings.</param>
    /// <exception cref="DataFileException">Missing, damaged or refused.</exception>
    public static IReadOnlyList<TarEntryRecord> Of(string path, ArchiveLimits limits, DatasetOptions options)
    {
        string stamp = StampOf(path);
        string kept = Path.Combine(
            CacheFolder.Resolve(options.CacheRoot), "archives",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(Path.GetFullPath(path))))[..32] + ".txt");
        if (File.Exists(kept) && Load(kept, Head(path, stamp, limits), options) is { } known)
        {
            return known;
        }

        List<TarEntryRecord> entries = List(path, limits);
        Save(kept, Head(path, stamp, limits), entries, options);
        return entries;
    }

    /// <summary>Size, time and a hash of the first and last bytes.</summary>
    /// <exception cref="DataFileException">It cannot be read.</exception>
    public static string StampOf(string path)
    {
        try
        {
            using FileStream stream = File.OpenRead(path);
            using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
            byte[] bytes = new byte[HashedLength];
            foreach (long start in new[] { 0, Math.Max(0, stream.Length - HashedLength) })
            {
                stream.Position = start;
                hash.AppendData(bytes, 0, stream.ReadAtLeast(bytes, HashedLength, throwOnEndOfStream: false));
            }

            string ends = Convert.ToHexStringLower(hash.GetHashAndReset());
            return string.Create(
                CultureInfo.InvariantCulture, $"{stream.Length}:{File.GetLastWriteTimeUtc(path).Ticks}:{ends[..32]}");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }
    }

    private static string Head(string path, string stamp, ArchiveLimits limits) => string.Create(
        CultureInfo.InvariantCulture,
        $"clipper-archive {Schema}\t{Path.GetFullPath(path)}\t{stamp}\t{limits}");

    private static List<TarEntryRecord> List(string path, ArchiveLimits limits)
    {
        using FileStream stream = File.OpenRead(path);
        var archive = new TarEntries(path, stream, limits);
        var entries = new List<TarEntryRecord>();
        while (archive.Next() is { } entry)
        {
            entries.Add(entry);
        }

        return entries;
    }

    private static List<TarEntryRecord>? Load(string kept, string head, DatasetOptions options)
    {
        try
        {
            IEnumerable<string> lines = SealedLines.Read(kept);
            return lines.FirstOrDefault() == head ? [.. lines.Skip(1).Select(Parse)] : null;
        }
        catch (DataFileException e)
        {
            options.Warn?.Invoke($"{e.Message} The archive is listed anew.");
            return null;
        }
    }

    // Names have no control characters (ArchiveNames), so tabs keep fields apart.
    private static TarEntryRecord Parse(string line)
    {
        string[] fields = line.Split('\t', FieldsOfEntry);
        return new(
            fields[2], long.Parse(fields[0], CultureInfo.InvariantCulture),
            long.Parse(fields[1], CultureInfo.InvariantCulture));
    }

    private static void Save(
        string kept, string head, IReadOnlyList<TarEntryRecord> entries, DatasetOptions options)
    {
        try
        {
            SealedLines.Write(
                kept,
                entries.Select(e => string.Create(CultureInfo.InvariantCulture, $"{e.Start}\t{e.Length}\t{e.Name}"))
                    .Prepend(head));
        }
        catch (DataFileException e)
        {
            options.Warn?.Invoke($"{e.Message} The archive is listed again next time.");
        }
    }
}
