using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Text.Json;

namespace Clipper.Testing;

/// <summary>The arrays of a golden .safetensors file, widened to double. It trusts the file: the strict reader, which
/// is itself tested on goldens, lies in a project that not every test may refer to.</summary>
public sealed class GoldenTensors
{
    private readonly Dictionary<string, GoldenTensor> _tensors;

    private GoldenTensors(Dictionary<string, GoldenTensor> tensors) => _tensors = tensors;

    /// <summary>The names of all arrays, in ordinal order.</summary>
    public IReadOnlyList<string> Names => [.. _tensors.Keys.Order(StringComparer.Ordinal)];

    /// <summary>The array of that name.</summary>
    /// <exception cref="KeyNotFoundException">There is none.</exception>
    public GoldenTensor this[string name] => _tensors[name];

    /// <summary>Whether there is an array of that name.</summary>
    public bool Has(string name) => _tensors.ContainsKey(name);

    /// <summary>Reads the whole file.</summary>
    public static GoldenTensors Read(string path)
    {
        byte[] file = File.ReadAllBytes(path);
        int header = checked((int)BinaryPrimitives.ReadUInt64LittleEndian(file));
        using var json = JsonDocument.Parse(file.AsMemory(sizeof(ulong), header));
        ReadOnlySpan<byte> data = file.AsSpan(sizeof(ulong) + header);
        var tensors = new Dictionary<string, GoldenTensor>(StringComparer.Ordinal);
        foreach (JsonProperty entry in json.RootElement.EnumerateObject().Where(entry => entry.Name != "__metadata__"))
        {
            int[] shape = [.. entry.Value.GetProperty("shape").EnumerateArray().Select(size => size.GetInt32())];
            JsonElement offsets = entry.Value.GetProperty("data_offsets");
            string type = entry.Value.GetProperty("dtype").GetString() ?? "";
            ReadOnlySpan<byte> bytes = data[offsets[0].GetInt32()..offsets[1].GetInt32()];
            tensors[entry.Name] = new GoldenTensor(shape, Widen(type, bytes));
        }

        return new GoldenTensors(tensors);
    }

    private static double[] Widen(string type, ReadOnlySpan<byte> bytes) => type switch
    {
        "U8" => Widen<byte>(bytes),
        "I32" => Widen<int>(bytes),
        "I64" => Widen<long>(bytes),
        "F16" => Widen<Half>(bytes),
        "F32" => Widen<float>(bytes),
        "F64" => Widen<double>(bytes),
        _ => throw new NotSupportedException($"A golden array of type {type}."),
    };

    private static double[] Widen<T>(ReadOnlySpan<byte> bytes)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        ReadOnlySpan<T> values = MemoryMarshal.Cast<byte, T>(bytes);
        var wide = new double[values.Length];
        for (int i = 0; i < wide.Length; i++)
        {
            wide[i] = double.CreateChecked(values[i]);
        }

        return wide;
    }
}
