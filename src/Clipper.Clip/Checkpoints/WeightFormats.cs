namespace Clipper.Clip.Checkpoints;

/// <summary>Which container a file is, by the ending of its name.</summary>
internal static class WeightFormats
{
    /// <summary>How the name of a shard index ends.</summary>
    public const string IndexEnding = ".safetensors.index.json";

    private static readonly (string Ending, WeightFormat Format)[] Endings =
    [
        (IndexEnding, WeightFormat.Shards),
        (".safetensors", WeightFormat.Safetensors),
        (".pt", WeightFormat.Torch),
        (".pth", WeightFormat.Torch),
        (".bin", WeightFormat.Torch),
        (".ckpt", WeightFormat.Torch),
    ];

    /// <summary>The container, or <see cref="WeightFormat.Unknown"/>.</summary>
    public static WeightFormat Of(string path) =>
        Endings.FirstOrDefault(known => path.EndsWith(known.Ending, StringComparison.Ordinal)).Format;

    /// <summary>The file's name without folder and ending.</summary>
    public static string Stem(string path)
    {
        string name = Path.GetFileName(path);
        string? ending = Endings.FirstOrDefault(known => name.EndsWith(known.Ending, StringComparison.Ordinal)).Ending;
        return ending is null ? Path.GetFileNameWithoutExtension(name) : name[..^ending.Length];
    }
}
