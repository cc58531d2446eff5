using System.Buffers.Binary;
using System.Globalization;
using Clipper.Bench.Datasets.Storage;
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
        ShapePicture picture = _pictures.GetValueOrDefault(id) ?? throw new DataFileException(id, "is not a picture of shapes.");
        return ToBmp(picture.ToPixels());
    }

    public void Dispose()
    {
    }

    // 24-bit BMP: blue first, the last row first; 64 pixels need no padding.
    private static byte[] ToBmp(byte[] rgb)
    {
        const int Header = 54;
        int stride = 3 * ShapePicture.Side;
        byte[] file = new byte[Header + rgb.Length];
        "BM"u8.CopyTo(file);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(2), file.Length);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(10), Header);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(14), Header - 14);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(18), ShapePicture.Side);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(22), ShapePicture.Side);
        BinaryPrimitives.WriteInt32LittleEndian(file.AsSpan(26), 1 | (24 << 16));
        for (int i = 0; i < rgb.Length; i++)
        {
            int row = ShapePicture.Side - 1 - (i / stride);
            file[Header + (row * stride) + (i % stride / 3 * 3) + 2 - (i % 3)] = rgb[i];
        }

        return file;
    }
}
