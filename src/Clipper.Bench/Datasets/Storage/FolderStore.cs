using System.Globalization;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Storage;

/// <summary>Image files below a folder; an id is a path relative to it, with '/' separators, after a prefix that all
/// ids share.</summary>
internal sealed class FolderStore(string root, string prefix = "") : IImageStore
{
    public string? Location => Path.GetFullPath(root);

    public string Stamp(string id)
    {
        var file = new FileInfo(PathOf(id));
        return string.Create(
            CultureInfo.InvariantCulture, $"{(file.Exists ? file.Length : -1)}:{file.LastWriteTimeUtc.Ticks}");
    }

    public byte[] Read(string id)
    {
        try
        {
            return File.ReadAllBytes(PathOf(id));
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(PathOf(id), $"cannot be read ({e.Message}).", e);
        }
    }

    public void Dispose()
    {
    }

    private string PathOf(string id) => Path.Combine(root, id[prefix.Length..]);
}
