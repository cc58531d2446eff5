using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Cifar;

/// <summary>CIFAR images as bitmap files in memory; ids are <c>batch/number</c>.</summary>
/// <param name="folder">The folder of the batches.</param>
internal sealed class CifarStore(string folder) : IImageStore
{
    /// <summary>Pixels of a row, and rows.</summary>
    public const int Side = 32;

    private readonly Dictionary<string, (ICifarBatch Batch, string Stamp)> _batches = new(StringComparer.Ordinal);

    /// <inheritdoc />
    public string? Location => Path.GetFullPath(folder);

    /// <summary>The id of an image.</summary>
    public static string Id(string batch, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{batch}/{number:00000}");

    /// <summary>Adds a batch; not while images are read.</summary>
    public void Add(string name, ICifarBatch batch)
    {
        var file = new FileInfo(batch.Path);
        _batches.Add(name, (batch, string.Create(
            CultureInfo.InvariantCulture, $"{file.Length}:{file.LastWriteTimeUtc.Ticks}")));
    }

    /// <inheritdoc />
    public string Stamp(string id) => _batches[Parse(id).Batch].Stamp;

    /// <inheritdoc />
    public byte[] Read(string id)
    {
        (string name, int number) = Parse(id);
        ReadOnlySpan<byte> planes = _batches[name].Batch.Planes(number).Span;
        byte[] pixels = new byte[ICifarBatch.ImageLength];
        for (int i = 0; i < pixels.Length; i++)
        {
            pixels[i] = planes[((i % 3) * Side * Side) + (i / 3)];
        }

        using var picture = Raster.FromPixels(ImageMode.Rgb, Side, Side, pixels);
        return BmpWriter.Write(picture);
    }

    /// <inheritdoc />
    public void Dispose()
    {
    }

    private (string Batch, int Number) Parse(string id)
    {
        int slash = id.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && _batches.TryGetValue(id[..slash], out (ICifarBatch Batch, string Stamp) entry)
            && int.TryParse(id.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out int number)
            && number < entry.Batch.Labels.Count
                ? (id[..slash], number) : throw new DataFileException($"{folder}/{id}", "is not an image of CIFAR-10.");
    }
}
