namespace Clipper.Clip.Checkpoints;

/// <summary>Which container a file is, by the ending of its name.</summary>
internal static class WeightFormats
{
    private const string TorchIndexEnding = ".bin.index.json";

    private static readonly (string Ending, WeightFormat Format)[] Endings =
    [
        (".safetensors.index.json", WeightFormat.Shards),
        (TorchIndexEnding, WeightFormat.Shards),
        (".safetensors", WeightFormat.Safetensors),
        (".pt", WeightFormat.Torch),
        (".pth", WeightFormat.Torch),
        (".bin", WeightFormat.Torch),
        (".ckpt", WeightFormat.Torch),
    ];

    /// <summary>The container, or <see cref="WeightFormat.Unknown"/>.</summary>
    public static WeightFormat Of(string path) =>
        Endings.FirstOrDefault(known => path.EndsWith(known.Ending, StringComparison.Ordinal)).Format;

    /// <summary>The container of the shards of an index.</summary>
    public static WeightFormat OfShards(string index) =>
        index.EndsWith(TorchIndexEnding, StringComparison.Ordinal) ? WeightFormat.Torch : WeightFormat.Safetensors;

    /// <summary>The file's name without folder and ending.</summary>
    public static string Stem(string path)
    {
        string name = Path.GetFileName(path);
        string? ending = Endings.FirstOrDefault(known => name.EndsWith(known.Ending, StringComparison.Ordinal)).Ending;
        return ending is null ? Path.GetFileNameWithoutExtension(name) : name[..^ending.Length];
    }
}
