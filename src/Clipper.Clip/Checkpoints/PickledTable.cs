using Clipper.Clip.Checkpoints.Pickles;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>A pickled dictionary of byte arrays, integers and texts: what the Python version of CIFAR consists of. The
/// pickle is read by the same restricted reader as weights are: NumPy arrays of bytes are the only objects that it
/// knows, and nothing is ever run.</summary>
public sealed class PickledTable
{
    private const long LongestFile = 1L << 30;

    private readonly string _path;
    private readonly Dictionary<string, object> _values;

    private PickledTable(string path, Dictionary<string, object> values)
    {
        _path = path;
        _values = values;
    }

    /// <summary>Reads a file.</summary>
    /// <exception cref="DataFileException">Unreadable, damaged, no dictionary, or it needs anything else.</exception>
    public static PickledTable Read(string path)
    {
        byte[] bytes = ReadBytes(path);
        object value = PickleReader.Read(path, bytes, NoStorages.Instance, PickleDialect.ByteArrays);
        if (value is not PickleDictionary { IsModule: false } dictionary)
        {
            throw new DataFileException(path, "holds no dictionary.");
        }

        var values = new Dictionary<string, object>(StringComparer.Ordinal);
        foreach ((object key, object item) in dictionary.Pairs)
        {
            if (TextOf(key) is not { } name || !values.TryAdd(name, item))
            {
                throw new DataFileException(path, "has a key twice, or one that is no text.");
            }
        }

        return new(path, values);
    }

    /// <summary>A byte array and its shape.</summary>
    /// <exception cref="DataFileException">There is none of that name.</exception>
    public (ReadOnlyMemory<byte> Values, IReadOnlyList<long> Shape) Bytes(string name) =>
        Find(name) is PickledArray { Shape: { } shape } array ? (array.Values, shape)
            : throw Lacks(name, "an array of bytes");

    /// <summary>A list of integers.</summary>
    /// <exception cref="DataFileException">There is none of that name.</exception>
    public IReadOnlyList<long> Integers(string name) =>
        Find(name) is List<object> list && list.TrueForAll(item => item is long)
            ? [.. list.Select(item => (long)item)] : throw Lacks(name, "a list of integers");

    /// <summary>A list of texts.</summary>
    /// <exception cref="DataFileException">There is none of that name.</exception>
    public IReadOnlyList<string> Texts(string name) =>
        Find(name) is List<object> list && list.TrueForAll(item => TextOf(item) is not null)
            ? [.. list.Select(item => TextOf(item) ?? "")] : throw Lacks(name, "a list of texts");

    private static byte[] ReadBytes(string path)
    {
        try
        {
            return new FileInfo(path).Length <= LongestFile ? File.ReadAllBytes(path)
                : throw new DataFileException(path, "is larger than a gibibyte, which no batch of images is.");
        }
        catch (Exception e) when (e is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read ({e.Message}).", e);
        }
    }

    private static string? TextOf(object value) => value switch
    {
        string text => text,
        PickledBytes bytes => bytes.Text,
        _ => null,
    };

    private object? Find(string name) => _values.GetValueOrDefault(name);

    private DataFileException Lacks(string name, string expected) =>
        new(_path, $"has no '{name}' that is {expected}. It has: {string.Join(", ", _values.Keys.Order())}.");

    /// <summary>A table refers to no file beside it.</summary>
    private sealed class NoStorages : IStorageSource
    {
        public static NoStorages Instance { get; } = new();

        public TorchStorage Find(string key, TensorType type, long elements) =>
            throw new DataFileException(key, "is a storage; a table has none.");
    }
}
