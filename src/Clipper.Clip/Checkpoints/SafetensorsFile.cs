namespace Clipper.Clip.Checkpoints;

/// <summary>A memory-mapped safetensors file, checked as strictly as the reference crate does. (To be written by its owner; this is the agreed surface.)</summary>
public sealed class SafetensorsFile : IDisposable
{
    /// <summary>Its path.</summary>
    public string Path => throw new NotImplementedException();

    /// <summary>All tensors by name.</summary>
    public IReadOnlyDictionary<string, TensorEntry> Tensors => throw new NotImplementedException();

    /// <summary>The string metadata (<c>__metadata__</c>); empty where there is none.</summary>
    public IReadOnlyDictionary<string, string> Metadata => throw new NotImplementedException();

    /// <summary>Maps and checks the file.</summary>
    /// <exception cref="Clipper.Core.Errors.DataFileException">The file is missing or not valid safetensors.</exception>
    public static SafetensorsFile Open(string path) => throw new NotImplementedException();

    /// <summary>The tensor's raw bytes in the map (valid until disposal; at most 2 GB).</summary>
    public ReadOnlySpan<byte> Bytes(string name) => throw new NotImplementedException();

    /// <summary>The tensor as float32, widened from F16/BF16/F32/F64/integers.</summary>
    public float[] ReadFloats(string name) => throw new NotImplementedException();

    /// <summary>The tensor as double.</summary>
    public double[] ReadDoubles(string name) => throw new NotImplementedException();

    /// <summary>Lower-case hexadecimal SHA-256 of the whole file.</summary>
    public string ComputeSha256() => throw new NotImplementedException();

    /// <inheritdoc />
    public void Dispose() => throw new NotImplementedException();
}
