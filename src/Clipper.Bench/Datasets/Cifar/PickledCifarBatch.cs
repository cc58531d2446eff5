using Clipper.Clip.Checkpoints;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Cifar;

/// <summary>A pickled dictionary whose <c>data</c> is an array of images and whose <c>labels</c> are a list.</summary>
internal sealed class PickledCifarBatch : ICifarBatch
{
    private readonly ReadOnlyMemory<byte> _data;

    private PickledCifarBatch(string path, ReadOnlyMemory<byte> data, IReadOnlyList<int> labels)
    {
        Path = path;
        _data = data;
        Labels = labels;
    }

    /// <inheritdoc />
    public string Path { get; }

    /// <inheritdoc />
    public IReadOnlyList<int> Labels { get; }

    /// <summary>Reads the file.</summary>
    /// <exception cref="DataFileException">Unreadable, damaged, or anything but images.</exception>
    public static PickledCifarBatch Open(string path)
    {
        var table = PickledTable.Read(path);
        IReadOnlyList<long> labels = table.Integers("labels");
        (ReadOnlyMemory<byte> data, IReadOnlyList<long> shape) = table.Bytes("data");
        return shape is [var images, ICifarBatch.ImageLength] && images == labels.Count
            ? new(path, data, [.. labels.Select(label => (int)Math.Clamp(label, int.MinValue, int.MaxValue))])
            : throw new DataFileException(
                path,
                $"has {labels.Count} labels and data of {string.Join(" × ", shape)} bytes; expected images × "
                + $"{ICifarBatch.ImageLength}. Obtain it again.");
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Planes(int number) =>
        _data.Slice(number * ICifarBatch.ImageLength, ICifarBatch.ImageLength);
}
