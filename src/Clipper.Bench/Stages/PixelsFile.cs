using System.Buffers;
using System.Runtime.InteropServices;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>Pixels of a safetensors file, made ready for an encoder: uint8 [n, S, S, 3] is normalised as the model
/// wants it, float32 [n, 3, S, S] is taken as it is. Of a file of <c>clipper preprocess</c>, the bytes
/// <c>u8/&lt;id&gt;</c> [S, S, 3] are read: its <c>f32/&lt;id&gt;</c> [3, S, S] have CLIP's mean and std, which need
/// not be the model's, so they serve only where an image has no bytes.</summary>
public sealed class PixelsFile : IDisposable
{
    private const string BytesPrefix = "u8/";
    private const string PlanesPrefix = "f32/";

    private readonly SafetensorsFile _file;
    private readonly ImageReader _read;

    private PixelsFile(SafetensorsFile file, IReadOnlyList<string> ids, PreprocessSpec spec, ImageReader read)
    {
        _file = file;
        _read = read;
        Ids = ids;
        ImageLength = 3 * spec.Size * spec.Size;
    }

    private delegate void ImageReader(int index, Span<float> planes);

    /// <summary>Ids of the images, in their order; row numbers from 0 where the file has none.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Values of an image: 3 · S · S.</summary>
    internal int ImageLength { get; }

    /// <summary>Opens the tensor that <paramref name="source"/> names; else every image of <c>u8/</c> or <c>f32/</c>;
    /// else <c>pixel_values</c>; else the only one that fits.</summary>
    /// <exception cref="DataFileException">No such tensor, or pixels of another size than the model's.</exception>
    public static PixelsFile Open(TensorSource source, PreprocessSpec spec)
    {
        SafetensorsFile file = SafetensorsFile.Open(source.Path);
        try
        {
            string[] ids = [.. IdsOf(file, BytesPrefix).Union(IdsOf(file, PlanesPrefix)).Order(StringComparer.Ordinal)];
            return source.Tensor is null && ids.Length > 0
                ? OfPreprocessed(file, ids, spec)
                : OfTensor(file, source, spec);
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <summary>Copies the normalised planes [3, S, S] of image <paramref name="index"/>.</summary>
    public void Read(int index, Span<float> planes) => _read(index, planes);

    /// <inheritdoc />
    public void Dispose() => _file.Dispose();

    private static PixelsFile OfTensor(SafetensorsFile file, TensorSource source, PreprocessSpec spec)
    {
        const string expected = "uint8 of shape [n, S, S, 3] or float32 of shape [n, 3, S, S]";
        TensorEntry entry = source.Choose(file, "pixel_values", expected, any => IsBytes(any) || IsPlanes(any));
        if (entry.Shape[2] != spec.Size)
        {
            throw WrongSize(file, entry, spec.Size);
        }

        int image = 3 * spec.Size * spec.Size;
        var preprocessor = new ImagePreprocessor(spec);
        ImageReader read = IsBytes(entry)
            ? (index, planes) => ReadBytes(file, entry.Name, (long)index * image, preprocessor, planes)
            : (index, planes) => file.Read(
                entry.Name, (long)index * image * sizeof(float), MemoryMarshal.AsBytes(planes));
        return new PixelsFile(file, RowIds.Read(file, (int)entry.Shape[0]), spec, read);
    }

    // Not through the map, whose pages would stay in memory: the tensor may be of any size.
    private static void ReadBytes(
        SafetensorsFile file, string name, long start, ImagePreprocessor preprocessor, Span<float> planes)
    {
        byte[] pixels = ArrayPool<byte>.Shared.Rent(planes.Length);
        try
        {
            Span<byte> used = pixels.AsSpan(0, planes.Length);
            file.Read(name, start, used);
            preprocessor.Normalize(used, planes);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(pixels);
        }
    }

    private static IEnumerable<string> IdsOf(SafetensorsFile file, string prefix) => file.Tensors.Keys
        .Where(name => name.StartsWith(prefix, StringComparison.Ordinal)).Select(name => name[prefix.Length..]);

    private static PixelsFile OfPreprocessed(SafetensorsFile file, string[] ids, PreprocessSpec spec)
    {
        var preprocessor = new ImagePreprocessor(spec);
        ImageReader[] readers = [.. ids.Select(id => file.Tensors.TryGetValue(BytesPrefix + id, out TensorEntry? bytes)
            ? BytesOf(bytes)
            : PlanesOf(file.Tensors[PlanesPrefix + id]))];
        return new PixelsFile(file, ids, spec, (index, planes) => readers[index](index, planes));

        ImageReader BytesOf(TensorEntry entry)
        {
            Check(entry, TensorType.U8, spec.Size, spec.Size, 3);
            return (_, planes) => preprocessor.Normalize(file.Bytes(entry.Name), planes);
        }

        ImageReader PlanesOf(TensorEntry entry)
        {
            Check(entry, TensorType.F32, 3, spec.Size, spec.Size);
            return (_, planes) => Floats(file, entry.Name).CopyTo(planes);
        }

        void Check(TensorEntry entry, TensorType type, params long[] shape)
        {
            if (entry.Type != type || !entry.Shape.SequenceEqual(shape))
            {
                throw WrongSize(file, entry, spec.Size);
            }
        }
    }

    private static DataFileException WrongSize(SafetensorsFile file, TensorEntry entry, int size) => new(
        file.Path, $"'{entry.Name}' is {TensorSource.Describe(entry)}; the model takes pixels of {size}×{size}.");

    private static ReadOnlySpan<float> Floats(SafetensorsFile file, string name) =>
        MemoryMarshal.Cast<byte, float>(file.Bytes(name));

    private static bool IsBytes(TensorEntry entry) =>
        entry.Type == TensorType.U8 && entry.Shape is [> 0, var height, var width, 3] && height == width;

    private static bool IsPlanes(TensorEntry entry) =>
        entry.Type == TensorType.F32 && entry.Shape is [> 0, 3, var height, var width] && height == width;
}
