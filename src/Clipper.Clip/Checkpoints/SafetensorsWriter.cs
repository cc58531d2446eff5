namespace Clipper.Clip.Checkpoints;

/// <summary>Writes safetensors files atomically. (To be written by its owner; this is the agreed surface.)</summary>
public sealed class SafetensorsWriter
{
    /// <summary>Adds string metadata.</summary>
    public SafetensorsWriter WithMetadata(string key, string value) => throw new NotImplementedException();

    /// <summary>Adds a float32 tensor.</summary>
    public SafetensorsWriter Add(string name, ReadOnlyMemory<float> values, params long[] shape) => throw new NotImplementedException();

    /// <summary>Adds a uint8 tensor.</summary>
    public SafetensorsWriter Add(string name, ReadOnlyMemory<byte> values, params long[] shape) => throw new NotImplementedException();

    /// <summary>Adds a tensor from raw little-endian bytes.</summary>
    public SafetensorsWriter Add(string name, TensorType type, ReadOnlyMemory<byte> bytes, params long[] shape) => throw new NotImplementedException();

    /// <summary>Writes tensors in order of name to a temporary file beside <paramref name="path"/>, flushes it to disk, and renames it.</summary>
    public void Save(string path) => throw new NotImplementedException();
}
