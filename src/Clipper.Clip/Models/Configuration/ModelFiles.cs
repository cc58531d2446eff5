using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Configuration;

/// <summary>The files that make up a model: the weights, and what lies beside them.</summary>
/// <param name="Weights">The safetensors file.</param>
/// <param name="Name">What to call the model: the folder's name, or the file's where it has one of its own.</param>
internal sealed record ModelFiles(string Weights, string Name)
{
    private const string Ending = ".safetensors";
    private const string IndexEnding = ".safetensors.index.json";

    private static readonly string[] UsualWeights = ["model.safetensors", "open_clip_model.safetensors"];
    private static readonly string[] PickleEndings = [".pt", ".pth", ".bin", ".ckpt"];

    /// <summary>Finds them.</summary>
    /// <param name="path">A folder or a weights file.</param>
    /// <exception cref="DataFileException">Missing, several candidates, or a format that cannot be read.</exception>
    public static ModelFiles Locate(string path)
    {
        if (Directory.Exists(path))
        {
            return new ModelFiles(FindWeights(path), FolderName(path));
        }

        ThrowIfUnsupported(path);
        if (!File.Exists(path))
        {
            throw new DataFileException(
                path,
                "no such model. Give a folder that holds model.safetensors, a .safetensors file, or random:<seed>.");
        }

        string file = Path.GetFileName(path);
        string stem = Path.GetFileNameWithoutExtension(path);
        return new ModelFiles(path, UsualWeights.Contains(file) ? FolderName(Path.GetDirectoryName(path) ?? "") : stem);
    }

    /// <summary>The file of that name beside the weights, or null. For weights <c>x_y.safetensors</c> it may be
    /// called
    /// <c>x_y_NAME</c>, <c>x_NAME</c> or <c>NAME</c>, the first that exists.</summary>
    public ConfigObject? Find(string name)
    {
        string folder = Path.GetDirectoryName(Path.GetFullPath(Weights)) ?? "";
        string prefix = Path.GetFileNameWithoutExtension(Weights);
        while (prefix.Length > 0)
        {
            string candidate = Path.Combine(folder, $"{prefix}_{name}");
            if (File.Exists(candidate))
            {
                return ConfigObject.Load(candidate);
            }

            prefix = prefix[..Math.Max(prefix.LastIndexOf('_'), 0)];
        }

        string plain = Path.Combine(folder, name);
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
        string[] candidates = [.. files.Where(file => file.EndsWith(Ending, StringComparison.Ordinal))];
        if (candidates.Length == 1 && !files.Any(file => file.EndsWith(IndexEnding, StringComparison.Ordinal)))
        {
            return candidates[0];
        }

        foreach (string file in files)
        {
            ThrowIfUnsupported(file);
        }

        string names = string.Join(", ", candidates.Select(Path.GetFileName));
        throw new DataFileException(folder, candidates.Length == 0
            ? "holds no .safetensors file; expected model.safetensors."
            : $"holds several .safetensors files ({names}); name one of them.");
    }

    private static void ThrowIfUnsupported(string path)
    {
        if (path.EndsWith(IndexEnding, StringComparison.Ordinal))
        {
            throw new DataFileException(
                path, "sharded safetensors (weights in several files) cannot be read; merge them into one file.");
        }

        if (PickleEndings.Contains(Path.GetExtension(path)))
        {
            throw new DataFileException(
                path, "weights in PyTorch's own formats cannot be read; convert them to model.safetensors.");
        }
    }

    private static string FolderName(string folder) =>
        Path.GetFileName(Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder.Length == 0 ? "." : folder)));
}
