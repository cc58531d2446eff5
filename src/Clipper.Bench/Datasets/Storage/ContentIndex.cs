using System.Security.Cryptography;
using System.Text;
using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>SHA-256 of every image of a folder or archive, kept in the cache by size and time, so that a data set of a
/// million images is hashed once and opened in seconds afterwards.</summary>
internal static class ContentIndex
{
    private const string Head = "clipper-content 2";
    private const int FieldsOfLine = 3;

    // What to do about an unreadable image is decided where it is decoded; here it only has to differ from the mended
    // one.
    private const string Unreadable = "unreadable";

    /// <summary>The hash (lower-case hexadecimal) of every sample's encoded bytes, in sample order. Where nothing need
    /// be kept (generated images) the stamp alone decides the bytes, and its hash stands for theirs.</summary>
    public static IReadOnlyList<string> Hash(IImageStore images, IReadOnlyList<Sample> samples, DatasetOptions options)
    {
        if (images.Location is not { } location)
        {
            return [.. samples.Select(s => Hex(Encoding.UTF8.GetBytes(images.Stamp(s.Image))))];
        }

        string path = PathOf(location, options);
        Dictionary<string, IndexedFile> known = Load(path, options);
        string[] ids = [.. samples.Select(s => s.Image).Distinct(StringComparer.Ordinal)];
        var files = new IndexedFile[ids.Length];
        int computed = 0;
        Parallel.For(0, files.Length, i =>
        {
            string id = ids[i];
            string stamp = images.Stamp(id);
            if (known.TryGetValue(id, out IndexedFile? file) && file.Stamp == stamp)
            {
                files[i] = file;
                return;
            }

            files[i] = new(id, stamp, HashOf(images, id));
            Interlocked.Increment(ref computed);
        });
        if (computed > 0)
        {
            Save(path, known, files, options);
        }

        Dictionary<string, string> hashes = files.ToDictionary(f => f.Id, f => f.Sha256, StringComparer.Ordinal);
        return [.. samples.Select(s => hashes[s.Image])];
    }

    private static string HashOf(IImageStore images, string id)
    {
        try
        {
            return Hex(images.Read(id));
        }
        catch (DataFileException)
        {
            return Unreadable;
        }
    }

    private static string PathOf(string location, DatasetOptions options) => Path.Combine(
        CacheFolder.Resolve(options.CacheRoot), "content", Hex(Encoding.UTF8.GetBytes(location))[..32] + ".txt");

    private static Dictionary<string, IndexedFile> Load(string path, DatasetOptions options)
    {
        if (!File.Exists(path))
        {
            return [];
        }

        try
        {
            IEnumerable<string> lines = SealedLines.Read(path);
            return lines.FirstOrDefault() == Head
                ? lines.Skip(1).Select(Parse).ToDictionary(f => f.Id, StringComparer.Ordinal) : [];
        }
        catch (DataFileException e)
        {
            options.Warn?.Invoke($"{e.Message} The content hashes are computed anew.");
            return [];
        }
    }

    private static IndexedFile Parse(string line)
    {
        string[] fields = line.Split('\t', FieldsOfLine);
        return new(fields[2], fields[1], fields[0]);
    }

    private static void Save(
        string path, Dictionary<string, IndexedFile> known, IndexedFile[] files,
        DatasetOptions options)
    {
        foreach (IndexedFile file in files.Where(f => f.Sha256 != Unreadable))
        {
            known[file.Id] = file;
        }

        try
        {
            SealedLines.Write(
                path,
                known.Values.Where(f => !f.Id.Contains('\n', StringComparison.Ordinal))
                    .OrderBy(f => f.Id, StringComparer.Ordinal).Select(f => $"{f.Sha256}\t{f.Stamp}\t{f.Id}")
                    .Prepend(Head));
        }
        catch (DataFileException e)
        {
            options.Warn?.Invoke($"{e.Message} The content hashes are computed again next time.");
        }
    }

    private static string Hex(byte[] bytes) => Convert.ToHexStringLower(SHA256.HashData(bytes));

    private sealed record IndexedFile(string Id, string Stamp, string Sha256);
}
