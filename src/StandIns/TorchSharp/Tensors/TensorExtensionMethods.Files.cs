using static TorchSharp.torch;

namespace TorchSharp;

// TorchSharp's own format: element type, number of dimensions and lengths as LEB128 numbers, then the elements.
public static partial class TensorExtensionMethods
{
    public static void Save(this Tensor tensor, BinaryWriter writer)
    {
        using var local = tensor.cpu();
        using var plain = local.contiguous();
        writer.Write7BitEncodedInt64((long)tensor.dtype);
        writer.Write7BitEncodedInt64(tensor.Dimensions);
        foreach (var length in tensor.shape) writer.Write7BitEncodedInt64(length);
        writer.Write(plain.bytes);
    }

    /// <summary>Writes the tensor and closes the stream, as the real library does.</summary>
    public static void Save(this Tensor tensor, Stream stream)
    {
        using var writer = new BinaryWriter(stream);
        tensor.Save(writer);
    }

    public static void Save(this Tensor tensor, string location) => tensor.Save(File.Create(location));

    /// <summary>Reads into the tensor, or past what was written where it is to be skipped.</summary>
    /// <exception cref="ArgumentException">Another element type or shape was written.</exception>
    public static void Load(this Tensor tensor, BinaryReader reader, bool skip = false)
    {
        using var loaded = Load(reader);
        if (loaded.dtype != tensor.dtype)
        {
            throw new ArgumentException(
                $"Mismatched tensor data types while loading: {loaded.dtype} was written, {tensor.dtype} is expected.");
        }

        if (!skip) CopyInto(tensor, loaded);
    }

    /// <summary>Makes a tensor of what was written; of zeros in the same shape where it is to be skipped.</summary>
    public static Tensor Load(BinaryReader reader, bool skip = false)
    {
        var type = (ScalarType)reader.Read7BitEncodedInt64();
        var shape = new long[reader.Read7BitEncodedInt64()];
        for (var i = 0; i < shape.Length; i++) shape[i] = reader.Read7BitEncodedInt64();
        var tensor = empty(shape, type);
        reader.BaseStream.ReadExactly(tensor.bytes);
        return skip ? tensor.zero_() : tensor;
    }

    /// <summary>Reads into the tensor, or makes one where it is null.</summary>
    public static void Load(ref Tensor? tensor, BinaryReader reader, bool skip = false)
    {
        if (tensor is null) tensor = Load(reader, skip);
        else tensor.Load(reader, skip);
    }

    private static void CopyInto(Tensor tensor, Tensor loaded)
    {
        if (!loaded.shape.SequenceEqual(tensor.shape))
        {
            throw new ArgumentException(
                $"Mismatched tensor shape while loading: [{string.Join(", ", loaded.shape)}] was written, "
                + $"[{string.Join(", ", tensor.shape)}] is expected.");
        }

        using var unrecorded = no_grad();
        tensor.copy_(loaded);
    }
}
