using System.IO.MemoryMappedFiles;
using System.Security.Cryptography;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>A memory-mapped safetensors file, checked as strictly as the reference crate does. Reading is
/// thread-safe.</summary>
public sealed unsafe class SafetensorsFile : IDisposable
{
    private readonly MemoryMappedFile _map;
    private readonly MemoryMappedViewAccessor _view;
    private readonly SafetensorsHeader _header;
    private readonly byte* _start;
    private bool _disposed;

    private SafetensorsFile(string path, long length)
    {
        Path = path;
        _map = MemoryMappedFile.CreateFromFile(path, FileMode.Open, mapName: null, 0, MemoryMappedFileAccess.Read);
        _view = _map.CreateViewAccessor(0, length, MemoryMappedFileAccess.Read);
        _view.SafeMemoryMappedViewHandle.AcquirePointer(ref _start);
        try
        {
            int head = (int)Math.Min(length, SafetensorsHeader.PrefixLength + SafetensorsHeader.MaximumLength);
            _header = SafetensorsHeader.Parse(new ReadOnlySpan<byte>(_start, head), length, path);
        }
        catch
        {
            Dispose();
            throw;
        }
    }

    /// <summary>Its path, as it was given.</summary>
    public string Path { get; }

    /// <summary>All tensors by name.</summary>
    public IReadOnlyDictionary<string, TensorEntry> Tensors => _header.Tensors;

    /// <summary>The string metadata (<c>__metadata__</c>); empty where there is none.</summary>
    public IReadOnlyDictionary<string, string> Metadata => _header.Metadata;

    /// <summary>Maps and checks the file.</summary>
    /// <exception cref="DataFileException">The file is missing, unreadable or not valid safetensors.</exception>
    public static SafetensorsFile Open(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            throw new DataFileException(path, "the safetensors file does not exist.");
        }

        if (info.Length < SafetensorsHeader.PrefixLength)
        {
            // Too short to be mapped where it is empty; the parser has the words for it.
            SafetensorsHeader.Parse([], info.Length, path);
        }

        try
        {
            return new SafetensorsFile(path, info.Length);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read: {error.Message}", error);
        }
    }

    /// <summary>The tensor's raw bytes in the map (valid until disposal; at most 2 GB).</summary>
    /// <exception cref="DataFileException">No such tensor, or too large for one span.</exception>
    public ReadOnlySpan<byte> Bytes(string name)
    {
        var entry = Entry(name);
        return entry.Length <= int.MaxValue
            ? new ReadOnlySpan<byte>(_start + entry.Start, (int)entry.Length)
            : throw new DataFileException(Path, $"tensor '{name}' has {entry.Length} bytes; 2 GB can be read at once.");
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

    /// <summary>Lower-case hexadecimal SHA-256 of the whole file.</summary>
    public string ComputeSha256()
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        using var stream = _map.CreateViewStream(0, new FileInfo(Path).Length, MemoryMappedFileAccess.Read);
        return Convert.ToHexStringLower(SHA256.HashData(stream));
    }

    /// <inheritdoc />
    public void Dispose()
    {
        if (!_disposed)
        {
            _disposed = true;
            _view.SafeMemoryMappedViewHandle.ReleasePointer();
            _view.Dispose();
            _map.Dispose();
        }
    }

    private TensorEntry Entry(string name)
    {
        ObjectDisposedException.ThrowIf(_disposed, this);
        return Tensors.TryGetValue(name, out var entry)
            ? entry
            : throw new DataFileException(Path, $"has no tensor '{name}' (it has {Tensors.Count} others).");
    }

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
