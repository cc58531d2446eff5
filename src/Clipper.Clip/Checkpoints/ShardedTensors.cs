using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Clipper.Core.Errors;

namespace Clipper.Clip.Checkpoints;

/// <summary>Tensors in several files of one folder, all safetensors or all of <c>torch.save</c>, with an index
/// <c>*.safetensors.index.json</c> or <c>*.bin.index.json</c> that maps every tensor's name to its file (Hugging Face's
/// layout). Index and files must agree exactly.</summary>
public sealed class ShardedTensors : TensorFile
{
    private const long LongestIndex = 100_000_000;

    private readonly SortedDictionary<string, TensorFile> _shards = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorFile> _owners = new(StringComparer.Ordinal);
    private readonly Dictionary<string, TensorEntry> _tensors = new(StringComparer.Ordinal);

    private readonly WeightFormat _format;

    private ShardedTensors(string path)
    {
        Path = path;
        _format = WeightFormats.OfShards(path);
    }

    /// <summary>Path of the index.</summary>
    public override string Path { get; }

    /// <inheritdoc />
    public override string Container =>
        _format == WeightFormat.Torch ? "torch.save in shards" : "safetensors in shards";

    /// <inheritdoc />
    public override IReadOnlyDictionary<string, TensorEntry> Tensors => _tensors;

    /// <summary>Reads the index and maps every file that it names.</summary>
    /// <exception cref="DataFileException">No such index, a shard that is missing or named outside the folder, or a
    /// tensor that index and shards do not both have in the same place.</exception>
    public static ShardedTensors Open(string path)
    {
        var file = new ShardedTensors(path);
        try
        {
            file.Read(ReadIndex(path));
            return file;
        }
        catch
        {
            file.Dispose();
            throw;
        }
    }

    /// <inheritdoc />
    public override ReadOnlySpan<byte> Bytes(string name) => _owners.TryGetValue(name, out var owner)
        ? owner.Bytes(name)
        : throw Wrong($"has no tensor '{name}' (it has {_tensors.Count} others)");

    /// <summary>Lower-case hexadecimal SHA-256 over one line <c>SHA-256, two spaces, file name</c> for each shard in
    /// ordinal order of names: what <c>sha256sum *.safetensors | sha256sum</c> prints, or the same with
    /// <c>*.bin</c>.</summary>
    public override string ComputeSha256()
    {
        var lines = _shards.Select(shard => $"{shard.Value.ComputeSha256()}  {shard.Key}\n");
        return Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines))));
    }

    /// <inheritdoc />
    protected override void Close()
    {
        foreach (var shard in _shards.Values)
        {
            shard.Dispose();
        }
    }

    private static byte[] ReadIndex(string path)
    {
        var info = new FileInfo(path);
        if (!info.Exists)
        {
            throw new DataFileException(path, "the index of the shards does not exist.");
        }

        if (info.Length > LongestIndex)
        {
            throw new DataFileException(path, $"has {info.Length} bytes; an index has at most {LongestIndex}.");
        }

        try
        {
            return File.ReadAllBytes(path);
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            throw new DataFileException(path, $"cannot be read: {error.Message}", error);
        }
    }

    private void Read(byte[] index)
    {
        try
        {
            using var json = JsonDocument.Parse(index);
            if (json.RootElement.ValueKind != JsonValueKind.Object
                || !json.RootElement.TryGetProperty("weight_map", out var map)
                || map.ValueKind != JsonValueKind.Object)
            {
                throw Wrong("is no index of shards: expected an object 'weight_map' of tensor names and file names");
            }

            foreach (var pair in map.EnumerateObject())
            {
                Add(pair.Name, pair.Value.ValueKind == JsonValueKind.String ? pair.Value.GetString() ?? "" : "");
            }
        }
        catch (Exception error) when (error is JsonException or InvalidOperationException)
        {
            throw new DataFileException(Path, $"is not valid JSON: {error.Message}", error);
        }

        CheckNothingIsLeftOut();
    }

    private void Add(string tensor, string shard)
    {
        var file = Shard(shard);
        if (!file.Tensors.TryGetValue(tensor, out var entry))
        {
            throw Wrong($"says that tensor '{tensor}' is in '{shard}', which does not have it");
        }

        if (!_tensors.TryAdd(tensor, entry))
        {
            throw Wrong($"names tensor '{tensor}' twice");
        }

        _owners.Add(tensor, file);
    }

    private TensorFile Shard(string name)
    {
        if (_shards.TryGetValue(name, out var open))
        {
            return open;
        }

        if (name != System.IO.Path.GetFileName(name) || WeightFormats.Of(name) != _format)
        {
            string ending = _format == WeightFormat.Torch ? ".bin" : ".safetensors";
            throw Wrong($"names a shard '{name}'; expected a {ending} file of the same folder");
        }

        string folder = System.IO.Path.GetDirectoryName(Path) ?? "";
        var file = OpenAny(System.IO.Path.Combine(folder, name));
        _shards.Add(name, file);
        return file;
    }

    private void CheckNothingIsLeftOut()
    {
        foreach (var (name, shard) in _shards)
        {
            string? other = shard.Tensors.Keys.Order(StringComparer.Ordinal)
                .FirstOrDefault(tensor => _owners.GetValueOrDefault(tensor) != shard);
            if (other is not null)
            {
                throw Wrong($"does not give tensor '{other}' to shard '{name}', which has it");
            }
        }
    }

    private DataFileException Wrong(string problem) =>
        new(Path, $"{problem}. Fetch the index and all its shards again.");
}
