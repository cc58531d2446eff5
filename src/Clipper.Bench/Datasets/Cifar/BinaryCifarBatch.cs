using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Cifar;

/// <summary>Records of a label byte and an image, one after another.</summary>
internal sealed class BinaryCifarBatch : ICifarBatch
{
    private const int RecordLength = 1 + ICifarBatch.ImageLength;

    private readonly byte[] _records;

    private BinaryCifarBatch(string path, byte[] records)
    {
        Path = path;
        _records = records;
        Labels =
        [
            .. Enumerable.Range(0, records.Length / RecordLength).Select(number => (int)records[number * RecordLength]),
        ];
    }

    /// <inheritdoc />
    public string Path { get; }

    /// <inheritdoc />
    public IReadOnlyList<int> Labels { get; }

    /// <summary>Reads the file, at most 30 MB of an official one.</summary>
    /// <exception cref="DataFileException">Unreadable, or no whole number of records.</exception>
    public static BinaryCifarBatch Open(string path)
    {
        try
        {
            byte[] records = File.ReadAllBytes(path);
            return records.Length % RecordLength == 0 ? new(path, records) : throw new DataFileException(
                path,
                $"has {records.Length} bytes, no multiple of the {RecordLength} of an image; obtain it again.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }
    }

    /// <inheritdoc />
    public ReadOnlyMemory<byte> Planes(int number) =>
        _records.AsMemory((number * RecordLength) + 1, ICifarBatch.ImageLength);
}
