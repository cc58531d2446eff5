using System.Security.Cryptography;
using System.Text;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>A file of named tensors, open for reading from any number of threads. A base class, because reading numbers
/// is the same whatever the container.</summary>
public abstract class TensorFile : IDisposable
{
    /// <summary>Its path, as it was given.</summary>
    public abstract string Path { get; }

    /// <summary>What holds the tensors: <c>safetensors</c>, <c>safetensors in shards</c>, <c>torch.save</c>,
    /// <c>torch.save in shards</c> or <c>torchscript</c>.</summary>
    public abstract string Container { get; }

    /// <summary>All tensors by name.</summary>
    public abstract IReadOnlyDictionary<string, TensorEntry> Tensors { get; }

    /// <summary>Opens weights of any format, chosen by the ending of the name (<see cref="WeightFormats"/>).</summary>
    /// <exception cref="DataFileException">Missing, unreadable, damaged, or refused.</exception>
    public static TensorFile OpenAny(string path) => WeightFormats.Of(path) switch
    {
        WeightFormat.Torch => TorchFile.Open(path),
        WeightFormat.Shards => ShardedTensors.Open(path),
        _ => SafetensorsFile.Open(path),
    };

    /// <summary>The tensor's little-endian bytes in C order (at most 2 GB), valid until disposal.</summary>
    /// <exception cref="DataFileException">No such tensor, or too large for one span.</exception>
    public abstract ReadOnlySpan<byte> Bytes(string name);

    /// <summary>Lower-case hexadecimal SHA-256 of the whole file; of shards, see
    /// <see cref="ShardedTensors.ComputeSha256"/>.</summary>
    public abstract string ComputeSha256();

    /// <summary>Lower-case hexadecimal SHA-256 of what the tensors are, whatever the container: for each in ordinal
    /// order of names a line <c>name type [shape]</c> and its bytes in C order.</summary>
    public string ComputeTensorsSha256()
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var tensor in Tensors.Values.OrderBy(tensor => tensor.Name, StringComparer.Ordinal))
        {
            string line = $"{tensor.Name} {tensor.Type.Name()} [{string.Join(", ", tensor.Shape)}]\n";
            hash.AppendData(Encoding.UTF8.GetBytes(line));
            hash.AppendData(Bytes(tensor.Name));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    /// <summary>The tensor as float32, widened from F16, BF16, F32, F64, booleans or integers (rounded to nearest
    /// even).</summary>
    /// <exception cref="DataFileException">No such tensor, or a type that holds no such numbers.</exception>
    public float[] ReadFloats(string name)
    {
        var values = new float[ElementCount(name)];
        ReadFloats(name, values);
        return values;
    }

    /// <summary>The same into <paramref name="values"/>, which must have one place an element.</summary>
    /// <exception cref="ArgumentException">Another length.</exception>
    public void ReadFloats(string name, Span<float> values)
    {
        if (values.Length != ElementCount(name))
        {
            throw new ArgumentException($"Tensor '{name}' has {ElementCount(name)} values, got {values.Length}.");
        }

        NumberReading.ToSingle(Bytes(name), Number(name), values);
    }

    /// <summary>The tensor as double.</summary>
    /// <exception cref="DataFileException">No such tensor, or a type that holds no such numbers.</exception>
    public double[] ReadDoubles(string name)
    {
        var values = new double[ElementCount(name)];
        NumberReading.ToDouble(Bytes(name), Number(name), values);
        return values;
    }

    /// <inheritdoc />
    public void Dispose()
    {
        Close();
        GC.SuppressFinalize(this);
    }

    /// <summary>Gives back what the file holds open; may be called again.</summary>
    protected abstract void Close();

    /// <summary>The tensor of that name, its bytes being few enough for one span.</summary>
    /// <exception cref="DataFileException">No such tensor, or too large.</exception>
    protected TensorEntry Readable(string name)
    {
        var entry = Entry(name);
        return entry.Length <= Array.MaxLength
            ? entry
            : throw new DataFileException(Path, $"tensor '{name}' has {entry.Length} bytes; 2 GB can be read at once.");
    }

    /// <summary>The tensor of that name.</summary>
    /// <exception cref="DataFileException">No such tensor.</exception>
    protected TensorEntry Entry(string name) => Tensors.TryGetValue(name, out var entry)
        ? entry
        : throw new DataFileException(Path, $"has no tensor '{name}' (it has {Tensors.Count} others).");

    private int ElementCount(string name)
    {
        var entry = Entry(name);
        long count = entry.Length * 8 / entry.Type.Bits();
        return count <= Array.MaxLength
            ? (int)count
            : throw new DataFileException(Path, $"tensor '{name}' has {count} elements; at most {Array.MaxLength} fit");
    }

    private TensorType Number(string name)
    {
        var type = Entry(name).Type;
        return NumberReading.CanRead(type)
            ? type
            : throw new DataFileException(
                Path, $"tensor '{name}' has type {type.Name()}, which is not read as numbers; convert it to F32.");
    }
}
