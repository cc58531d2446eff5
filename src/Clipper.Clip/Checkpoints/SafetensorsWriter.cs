using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Encodings.Web;
using System.Text.Json;
using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>Collects tensors and writes them as one safetensors file. The same tensors and metadata give the same
/// bytes.</summary>
public sealed class SafetensorsWriter
{
    private const int Alignment = 8;
    private const int FlushedBytes = 1 << 16;

    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private readonly SortedDictionary<string, IEnumerable<string>> _metadata = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, Pending> _tensors = new(StringComparer.Ordinal);

    /// <summary>Adds string metadata; a key given again is replaced.</summary>
    public SafetensorsWriter WithMetadata(string key, string value) => WithMetadata(key, [value]);

    /// <summary>Adds string metadata given in pieces; a key given again is replaced.</summary>
    /// <param name="key">The key.</param>
    /// <param name="pieces">Make the text when joined. They are asked for when the file is written, twice, and not
    /// kept, so that the text need not fit into memory. None ends amid a surrogate pair.</param>
    public SafetensorsWriter WithMetadata(string key, IEnumerable<string> pieces)
    {
        _metadata[key] = pieces;
        return this;
    }

    /// <summary>Adds a float32 tensor.</summary>
    /// <exception cref="ArgumentException">The name is taken, or the shape does not fit the values.</exception>
    public SafetensorsWriter Add(string name, ReadOnlyMemory<float> values, params long[] shape) =>
        Add(name, TensorType.F32, shape, 4L * values.Length, s => s.Write(MemoryMarshal.AsBytes(values.Span)));

    /// <summary>Adds a uint8 tensor.</summary>
    /// <exception cref="ArgumentException">The name is taken, or the shape does not fit the values.</exception>
    public SafetensorsWriter Add(string name, ReadOnlyMemory<byte> values, params long[] shape) =>
        Add(name, TensorType.U8, values, shape);

    /// <summary>Adds a tensor from raw little-endian bytes.</summary>
    /// <exception cref="ArgumentException">The name is taken, or the shape does not fit the bytes.</exception>
    public SafetensorsWriter Add(string name, TensorType type, ReadOnlyMemory<byte> bytes, params long[] shape) =>
        Add(name, type, shape, bytes.Length, stream => stream.Write(bytes.Span));

    /// <summary>Adds a tensor whose raw little-endian bytes are made when the file is written, so that they need not
    /// fit into memory.</summary>
    /// <param name="name">Its name.</param>
    /// <param name="type">Type of its elements.</param>
    /// <param name="write">Writes exactly the bytes of the shape.</param>
    /// <param name="shape">Its shape.</param>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public SafetensorsWriter Add(string name, TensorType type, Action<Stream> write, params long[] shape)
    {
        long elements = shape.Aggregate(1L, (product, length) => checked(product * length));
        return Add(name, type, shape, checked(elements * type.Bits()) / 8, write);
    }

    /// <summary>Adds a tensor of an open file, which must stay open until this is written: its bytes are read
    /// then.</summary>
    /// <exception cref="ArgumentException">The name is taken.</exception>
    public SafetensorsWriter AddFrom(TensorFile file, string name)
    {
        var tensor = file.Tensors[name];
        return Add(name, tensor.Type, [.. tensor.Shape], tensor.Length, stream => stream.Write(file.Bytes(name)));
    }

    /// <summary>Writes tensors in order of name to a temporary file beside <paramref name="path"/>, flushes it to
    /// disk, and renames it.</summary>
    /// <exception cref="DataFileException">It cannot be written; <paramref name="path"/> is as it was.</exception>
    public void Save(string path) => AtomicFile.Write(path, WriteTo);

    /// <summary>Writes the whole file to a stream.</summary>
    public void WriteTo(Stream stream)
    {
        long length = WriteHeader(Stream.Null);
        int padding = (int)(-length & (Alignment - 1));
        Span<byte> prefix = stackalloc byte[SafetensorsHeader.PrefixLength];
        BinaryPrimitives.WriteUInt64LittleEndian(prefix, (ulong)(length + padding));
        stream.Write(prefix);
        WriteHeader(stream);
        stream.Write("        "u8[..padding]);
        foreach (var tensor in _tensors.Values)
        {
            tensor.Write(stream);
        }
    }

    private SafetensorsWriter Add(string name, TensorType type, long[] shape, long length, Action<Stream> write)
    {
        ArgumentOutOfRangeException.ThrowIfEqual(name, "__metadata__");
        long elements = 1;
        foreach (long size in shape)
        {
            ArgumentOutOfRangeException.ThrowIfNegative(size, nameof(shape));
            elements = checked(elements * size);
        }

        if (checked(elements * type.Bits()) != length * 8)
        {
            throw new ArgumentException(
                $"Tensor '{name}': {type.Name()} of shape [{string.Join(", ", shape)}] cannot have {length} bytes.");
        }

        _tensors.Add(name, new Pending(type, [.. shape], length, write));
        return this;
    }

    // Gives its length. What follows pads it with spaces, so that the data begin at a multiple of 8.
    private long WriteHeader(Stream stream)
    {
        using var json = new Utf8JsonWriter(stream, Plain);
        json.WriteStartObject();
        WriteMetadata(json);
        WriteTensors(json);
        json.WriteEndObject();
        json.Flush();
        return json.BytesCommitted;
    }

    private void WriteMetadata(Utf8JsonWriter json)
    {
        if (_metadata.Count == 0)
        {
            return;
        }

        json.WriteStartObject("__metadata__");
        foreach (var (key, pieces) in _metadata)
        {
            json.WritePropertyName(key);
            WritePieces(json, pieces);
        }

        json.WriteEndObject();
    }

    private static void WritePieces(Utf8JsonWriter json, IEnumerable<string> pieces)
    {
        foreach (string piece in pieces)
        {
            json.WriteStringValueSegment(piece, isFinalSegment: false);
            if (json.BytesPending > FlushedBytes)
            {
                json.Flush();
            }
        }

        json.WriteStringValueSegment("", isFinalSegment: true);
    }

    private void WriteTensors(Utf8JsonWriter json)
    {
        long start = 0;
        foreach (var (name, tensor) in _tensors)
        {
            json.WriteStartObject(name);
            json.WriteString("dtype", tensor.Type.Name());
            WriteNumbers(json, "shape", tensor.Shape);
            WriteNumbers(json, "data_offsets", [start, start + tensor.Length]);
            json.WriteEndObject();
            start += tensor.Length;
        }
    }

    private static void WriteNumbers(Utf8JsonWriter json, string key, ReadOnlySpan<long> numbers)
    {
        json.WriteStartArray(key);
        foreach (long number in numbers)
        {
            json.WriteNumberValue(number);
        }

        json.WriteEndArray();
    }

    private sealed record Pending(TensorType Type, long[] Shape, long Length, Action<Stream> Write);
}
