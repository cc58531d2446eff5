using Clipper.Clip.Checkpoints;
using Clipper.Clip.Models.Registry;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Configuration;

/// <summary>The files that make up a model: the weights, and what lies beside them.</summary>
/// <param name="Weights">The file of tensors, or the index of its shards.</param>
/// <param name="Name">What to call the model: the folder's name, or the file's where it has one of its own.</param>
internal sealed record ModelFiles(string Weights, string Name)
{
    private static readonly string[] UsualWeights =
    [
        "model.safetensors", "open_clip_model.safetensors", "model.safetensors.index.json",
        "open_clip_model.safetensors.index.json", "pytorch_model.bin", "open_clip_pytorch_model.bin",
        "pytorch_model.bin.index.json",
    ];

    // The best first: where a folder has several formats, they hold the same weights.
    private static readonly WeightFormat[] Formats =
        [WeightFormat.Shards, WeightFormat.Safetensors, WeightFormat.Torch];

    /// <summary>The folder that the weights lie in.</summary>
    public string Folder => Path.GetDirectoryName(Path.GetFullPath(Weights)) ?? "";

    /// <summary>Finds them.</summary>
    /// <param name="model">A registered name, a folder or a weights file. A folder that is called like a registered
    /// model is meant with <c>./</c> before it.</param>
    /// <exception cref="DataFileException">Missing, not pulled, several candidates, or a format that cannot be
    /// read.</exception>
    public static ModelFiles Locate(string model) => Locate(model, ModelRegistry.Default, new ModelsFolder());

    /// <summary>Finds them with another registry or models folder.</summary>
    /// <exception cref="DataFileException">As <see cref="Locate(string)"/>.</exception>
    public static ModelFiles Locate(string model, ModelRegistry registry, ModelsFolder folder) =>
        registry.Find(model) switch
        {
            null => LocatePath(model, registry),
            { Kind: RegisteredKind.Clip } registered => LocatePath(folder.Require(registered), registry),
            _ => throw new UsageException(
                $"'{model}' is a vocabulary; models are {string.Join(", ", registry.ModelNames)}."),
        };

    private static ModelFiles LocatePath(string path, ModelRegistry registry)
    {
        if (Directory.Exists(path))
        {
            return new ModelFiles(FindWeights(path), FolderName(path));
        }

        if (!File.Exists(path))
        {
            throw new DataFileException(
                path,
                "no such model. Give a folder that holds model.safetensors, a weights file, a registered name "
                + $"(clipper models list), or random:<seed>.{Suggestion.Question(path, registry.ModelNames)}");
        }

        if (WeightFormats.Of(path) == WeightFormat.Unknown)
        {
            throw new DataFileException(
                path,
                "is no weights file: expected .safetensors, .pt, .pth, .bin, .ckpt, or the index of shards "
                + "(.safetensors.index.json, .bin.index.json).");
        }

        string file = Path.GetFileName(path);
        string stem = WeightFormats.Stem(path);
        return new ModelFiles(path, UsualWeights.Contains(file) ? FolderName(Path.GetDirectoryName(path) ?? "") : stem);
    }

    /// <summary>The file of that name beside the weights, or null. For weights <c>x_y.safetensors</c> it may be
    /// called
    /// <c>x_y_NAME</c>, <c>x_NAME</c> or <c>NAME</c>, the first that exists.</summary>
    public ConfigObject? Find(string name)
    {
        string prefix = WeightFormats.Stem(Weights);
        while (prefix.Length > 0)
        {
            string candidate = Path.Combine(Folder, $"{prefix}_{name}");
            if (File.Exists(candidate))
            {
                return ConfigObject.Load(candidate);
            }

            prefix = prefix[..Math.Max(prefix.LastIndexOf('_'), 0)];
        }

        string plain = Path.Combine(Folder, name);
        return File.Exists(plain) ? ConfigObject.Load(plain) : null;
    }

    private static string FindWeights(string folder)
    {
        string? usual = UsualWeights.Select(name => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
        if (usual is not null)
        {
            return usual;
        }

        string[] files = [.. Directory.EnumerateFiles(folder).Order(StringComparer.Ordinal)];
        foreach (var format in Formats)
        {
            string[] candidates = Array.FindAll(files, file => WeightFormats.Of(file) == format);
            if (candidates.Length > 0)
            {
                return candidates.Length == 1 ? candidates[0] : throw new DataFileException(
                    folder,
                    $"holds several weights files ({string.Join(", ", candidates.Select(Path.GetFileName))}); name one "
                    + "of them.");
            }
        }

        throw new DataFileException(folder, "holds no weights; expected model.safetensors.");
    }

    private static string FolderName(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Length == 0 ? "." : folder)));
}
