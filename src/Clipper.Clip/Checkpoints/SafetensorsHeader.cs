using System.Buffers.Binary;
using System.Text.Unicode;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>The header of a safetensors file: 8 bytes of length (little-endian), then that many bytes of JSON. What
/// is checked, and in which order, follows <c>SafeTensors::deserialize</c> of the reference crate; on top of it,
/// repeated keys are refused, as the format's description demands.</summary>
/// <param name="Tensors">Tensors by name; their ranges lie end to end and fill the rest of the file.</param>
/// <param name="Metadata">The strings under <c>__metadata__</c>.</param>
internal sealed record SafetensorsHeader(
    IReadOnlyDictionary<string, TensorEntry> Tensors, IReadOnlyDictionary<string, string> Metadata)
{
    /// <summary>Bytes before the JSON.</summary>
    public const int PrefixLength = 8;

    /// <summary>Longest JSON that the reference crate reads.</summary>
    public const int MaximumLength = 100_000_000;

    /// <summary>Parses and checks a header.</summary>
    /// <param name="start">The file's first bytes: all of it, or at least prefix and JSON.</param>
    /// <param name="fileLength">Length of the whole file.</param>
    /// <param name="path">Names the file in errors.</param>
    /// <exception cref="DataFileException">Not a valid safetensors file; says where and why.</exception>
    public static SafetensorsHeader Parse(ReadOnlySpan<byte> start, long fileLength, string path)
    {
        if (fileLength < PrefixLength || start.Length < PrefixLength)
        {
            throw Broken(path, 0, $"a safetensors file has at least {PrefixLength} bytes, this has {fileLength}");
        }

        ulong length = BinaryPrimitives.ReadUInt64LittleEndian(start);
        if (length > MaximumLength)
        {
            throw Broken(path, 0, $"the header claims {length} bytes, at most {MaximumLength} are allowed");
        }

        if ((long)length > fileLength - PrefixLength)
        {
            throw Broken(path, 0, $"the header claims {length} bytes, the file has {fileLength - PrefixLength} left");
        }

        var json = start.Slice(PrefixLength, (int)length);
        if (!Utf8.IsValid(json))
        {
            throw Broken(path, PrefixLength, "the header is not valid UTF-8");
        }

        var content = new SafetensorsJson(json, path).Read();
        long dataStart = PrefixLength + (long)length;
        return new SafetensorsHeader(Place(content.Tensors, dataStart, fileLength, path), content.Metadata);
    }

    /// <summary>The error of a file that is not what it should be.</summary>
    /// <param name="path">The file.</param>
    /// <param name="at">Byte in the file where the problem lies.</param>
    /// <param name="problem">What was found and what was expected.</param>
    /// <param name="inner">The cause, where there is one.</param>
    public static DataFileException Broken(string path, long at, string problem, Exception? inner = null) => new(
        path,
        $"not a valid safetensors file: at byte {at}, {problem}. Fetch or convert the file again.",
        inner);

    private static Dictionary<string, TensorEntry> Place(
        List<RawTensor> raw, long dataStart, long fileLength, string path)
    {
        raw.Sort(RawTensor.ByRange);
        var entries = new Dictionary<string, TensorEntry>(raw.Count, StringComparer.Ordinal);
        ulong end = 0;
        foreach (var tensor in raw)
        {
            if (tensor.Begin != end || tensor.End < tensor.Begin)
            {
                throw Broken(
                    path,
                    tensor.At,
                    $"tensor '{tensor.Name}' takes bytes {tensor.Begin} to {tensor.End} of the data, but ranges must "
                    + $"lie end to end and the next begins at {end}");
            }

            end = tensor.End;
            ulong size = tensor.SizeInBytes(path);
            if (end - tensor.Begin != size)
            {
                throw Broken(
                    path,
                    tensor.At,
                    $"tensor '{tensor.Name}' has {end - tensor.Begin} bytes, its type and shape need {size}");
            }

            var shape = Array.ConvertAll(tensor.Shape, length => (long)length);
            entries.Add(tensor.Name, new TensorEntry(
                tensor.Name, tensor.Type, shape, dataStart + (long)tensor.Begin, (long)size));
        }

        ulong left = (ulong)(fileLength - dataStart);
        return left == end
            ? entries
            : throw Broken(path, dataStart, $"the tensors take {end} bytes, but {left} follow the header");
    }
}
