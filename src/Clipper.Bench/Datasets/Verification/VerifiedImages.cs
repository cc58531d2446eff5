using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;
using Clipper.Bench.Files;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Verification;

/// <summary>The images of a folder or archive that were decoded once: id, stamp (size and time) and SHA-256, kept in
/// the cache as sealed lines.</summary>
internal sealed class VerifiedImages
{
    private const string Head = "clipper-verified 1";
    private const int FieldsOfLine = 3;

    private readonly ConcurrentDictionary<string, (string Stamp, string Hash)> _images = new(StringComparer.Ordinal);
    private readonly string? _path;
    private readonly Action<string> _warn;

    private VerifiedImages(string? path, Action<string> warn)
    {
        _path = path;
        _warn = warn;
    }

    /// <summary>Loads what earlier calls kept.</summary>
    /// <param name="location">The folder or archive; null where nothing is kept (drawn images).</param>
    /// <param name="isFresh">Whether to forget it.</param>
    /// <param name="options">Cache folder and warnings.</param>
    public static VerifiedImages Load(string? location, bool isFresh, DatasetOptions options)
    {
        string? path = location is null ? null : Path.Combine(
            CacheFolder.Resolve(options.CacheRoot), "verified",
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(location)))[..32] + ".txt");
        var images = new VerifiedImages(path, options.Warn ?? (_ => { }));
        if (path is not null && !isFresh && File.Exists(path))
        {
            images.ReadFile(path);
        }

        return images;
    }

    /// <summary>The SHA-256 of an image that was decoded before and is unchanged; else null.</summary>
    public string? Find(string id, string stamp) =>
        _images.TryGetValue(id, out (string Stamp, string Hash) image) && image.Stamp == stamp ? image.Hash : null;

    /// <summary>Notes an image that was decoded.</summary>
    public void Add(string id, string stamp, string hash) => _images[id] = (stamp, hash);

    /// <summary>Keeps everything that was noted.</summary>
    public void Save()
    {
        if (_path is null)
        {
            return;
        }

        try
        {
            SealedLines.Write(
                _path,
                _images.Where(i => !i.Key.Contains('\n', StringComparison.Ordinal))
                    .OrderBy(i => i.Key, StringComparer.Ordinal)
                    .Select(i => $"{i.Value.Hash}\t{i.Value.Stamp}\t{i.Key}").Prepend(Head));
        }
        catch (DataFileException e)
        {
            _warn($"{e.Message} The next call starts from the beginning.");
        }
    }

    private void ReadFile(string path)
    {
        try
        {
            foreach (string line in SealedLines.Read(path).SkipWhile(line => line == Head))
            {
                string[] fields = line.Split('\t', FieldsOfLine);
                if (fields.Length == FieldsOfLine)
                {
                    _images[fields[2]] = (fields[1], fields[0]);
                }
            }
        }
        catch (DataFileException e)
        {
            _warn($"{e.Message} All images are decoded again.");
        }
    }
}
