using System.Runtime.InteropServices;
using Clipper.Clip.Checkpoints;
using Clipper.Clip.Imaging;
using Clipper.Core.Errors;

namespace Clipper.Bench.Stages;

/// <summary>Pixels of a safetensors file, made ready for an encoder: uint8 [n, S, S, 3] is normalised as the model
/// wants it, float32 [n, 3, S, S] is taken as it is, and so are the <c>f32/&lt;id&gt;</c> [3, S, S] of
/// <c>clipper preprocess</c>.</summary>
public sealed class PixelsFile : IDisposable
{
    private const string PlanesPrefix = "f32/";

    private readonly SafetensorsFile _file;
    private readonly ImageReader _read;

    private PixelsFile(SafetensorsFile file, IReadOnlyList<string> ids, ImageReader read)
    {
        _file = file;
        _read = read;
        Ids = ids;
    }

    private delegate void ImageReader(int index, Span<float> planes);

    /// <summary>Ids of the images, in their order; row numbers from 0 where the file has none.</summary>
    public IReadOnlyList<string> Ids { get; }

    /// <summary>Opens the tensor that <paramref name="source"/> names; else all <c>f32/</c> tensors; else
    /// <c>pixel_values</c>; else the only one that fits.</summary>
    /// <exception cref="DataFileException">No such tensor, or pixels of another size than the model's.</exception>
    public static PixelsFile Open(TensorSource source, PreprocessSpec spec)
    {
        SafetensorsFile file = SafetensorsFile.Open(source.Path);
        try
        {
            string[] planes = [.. file.Tensors.Keys
                .Where(name => name.StartsWith(PlanesPrefix, StringComparison.Ordinal)).Order(StringComparer.Ordinal)];
            return source.Tensor is null && planes.Length > 0
                ? OfPreprocessed(file, planes, spec.Size)
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
            ? (index, planes) => preprocessor.Normalize(file.Bytes(entry.Name).Slice(index * image, image), planes)
            : (index, planes) => Floats(file, entry.Name).Slice(index * image, image).CopyTo(planes);
        return new PixelsFile(file, RowIds.Read(file, (int)entry.Shape[0]), read);
    }

    private static PixelsFile OfPreprocessed(SafetensorsFile file, string[] names, int size)
    {
        foreach (TensorEntry entry in names.Select(name => file.Tensors[name]))
        {
            if (entry.Type != TensorType.F32 || !entry.Shape.SequenceEqual([3, size, size]))
            {
                throw WrongSize(file, entry, size);
            }
        }

        return new PixelsFile(
            file,
            [.. names.Select(name => name[PlanesPrefix.Length..])],
            (index, planes) => Floats(file, names[index]).CopyTo(planes));
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
