using Clipper.Clip.Files;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>A memory-mapped safetensors file, checked as strictly as the reference crate does. Reading is
/// thread-safe.</summary>
public sealed class SafetensorsFile : TensorFile
{
    private readonly FileMap _map;
    private readonly SafetensorsHeader _header;

    private SafetensorsFile(string path, FileMap map, SafetensorsHeader header)
    {
        Path = path;
        _map = map;
        _header = header;
    }

    /// <inheritdoc />
    public override string Path { get; }

    /// <inheritdoc />
    public override string Container => "safetensors";

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, TensorEntry> Tensors => _header.Tensors;

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

        var map = FileMap.Open(path, info.Length);
        try
        {
            int head = (int)Math.Min(info.Length, SafetensorsHeader.PrefixLength + SafetensorsHeader.MaximumLength);
            return new SafetensorsFile(path, map, SafetensorsHeader.Parse(map.Slice(0, head), info.Length, path));
        }
        catch
        {
            map.Dispose();
            throw;
        }
    }

    /// <summary>The tensor's raw bytes in the map (valid until disposal; at most 2 GB).</summary>
    /// <exception cref="DataFileException">No such tensor, or too large for one span.</exception>
    public override ReadOnlySpan<byte> Bytes(string name)
    {
        var entry = Readable(name);
        return _map.Slice(entry.Start, (int)entry.Length);
    }

    /// <summary>Some of a tensor's raw bytes in the map (valid until disposal), of a tensor of any size.</summary>
    /// <param name="name">Name of the tensor.</param>
    /// <param name="start">First byte, from the tensor's own.</param>
    /// <param name="length">Number of bytes.</param>
    /// <exception cref="DataFileException">No such tensor.</exception>
    /// <exception cref="ArgumentOutOfRangeException">They do not lie in the tensor.</exception>
    public ReadOnlySpan<byte> Bytes(string name, long start, int length) =>
        _map.Slice(PlaceOf(name, start, length), length);

    /// <summary>Reads some of a tensor's raw bytes into <paramref name="target"/>. Unlike those of <see
    /// cref="Bytes(string, long, int)"/> they do not stay in this process's memory, so that a tensor of any size can be
    /// copied.</summary>
    /// <param name="name">Name of the tensor.</param>
    /// <param name="start">First byte, from the tensor's own.</param>
    /// <param name="target">Is filled.</param>
    /// <exception cref="DataFileException">No such tensor, or the file has been cut since.</exception>
    /// <exception cref="ArgumentOutOfRangeException">They do not lie in the tensor.</exception>
    public void Read(string name, long start, Span<byte> target) =>
        _map.Read(PlaceOf(name, start, target.Length), target);

    /// <inheritdoc />
    public override string ComputeSha256() => _map.ComputeSha256();

    /// <inheritdoc />
    protected override void Close() => _map.Dispose();

    private long PlaceOf(string name, long start, int length)
    {
        TensorEntry entry = Entry(name);
        ArgumentOutOfRangeException.ThrowIfNegative(start);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(start, entry.Length - length);
        return entry.Start + start;
    }
}
