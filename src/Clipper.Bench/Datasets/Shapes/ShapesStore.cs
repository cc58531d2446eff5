using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Shapes;

/// <summary>Draws the pictures of the shapes data set as BMP files in memory.</summary>
internal sealed class ShapesStore(int seed) : IImageStore
{
    private readonly Dictionary<string, ShapePicture> _pictures = new(StringComparer.Ordinal);

    public string? Location => null;

    /// <summary>Adds a picture; not while pictures are read.</summary>
    public void Add(string id, ShapePicture picture) => _pictures.Add(id, picture);

    public string Stamp(string id) =>
        string.Create(CultureInfo.InvariantCulture, $"shapes schema={ShapePicture.Schema} seed={seed} id={id}");

    public byte[] Read(string id)
    {
        ShapePicture picture = _pictures.GetValueOrDefault(id) ?? throw new DataFileException(
            id, "is not a picture of shapes.");
        using var pixels = Raster.FromPixels(ImageMode.Rgb, ShapePicture.Side, ShapePicture.Side, picture.ToPixels());
        return BmpWriter.Write(pixels);
    }

    public void Dispose()
    {
    }
}
