using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Clipper.Clip.Imaging;
using Clipper.Clip.Models.Configuration;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models;

/// <summary>Reads <c>random:SEED[:key=value,…]</c>: a seeded random vision transformer, which shows the pipeline
/// without any training. Keys: image 64, patch 8, width 128, layers 4, heads width/64, embedding 64.</summary>
internal static class RandomModel
{
    private const string Prefix = "random:";
    private const int LargestSize = 8192;

    // Raised when the same recipe gives other weights.
    private const int Schema = 1;

    private static readonly (string Key, int Default)[] Options =
        [("image", 64), ("patch", 8), ("width", 128), ("layers", 4), ("heads", 0), ("embedding", 64)];

    /// <summary>Whether the text names one.</summary>
    public static bool Matches(string model) => model.StartsWith(Prefix, StringComparison.Ordinal);

    /// <summary>What it is.</summary>
    /// <exception cref="UsageException">The seed or an option cannot be read.</exception>
    public static ModelDescription Describe(string model)
    {
        string[] parts = model[Prefix.Length..].Split(':', 2);
        ulong seed = Number(model, "seed", parts[0], ulong.MaxValue);
        var sizes = ReadOptions(model, parts.Length > 1 ? parts[1] : "");
        var vision = Settings(model, sizes);
        string recipe = string.Create(
            CultureInfo.InvariantCulture, $"random-vit schema={Schema} seed={seed} {vision.Fingerprint}");
        return new ModelDescription(
            string.Create(CultureInfo.InvariantCulture, $"random-vit-s{seed}"),
            Path: null,
            Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(recipe))),
            ModelDescription.RandomFormat,
            vision,
            PreprocessSpec.Clip(vision.ImageSize))
        {
            Seed = seed,
            TextProblem = "A random model has none: no vocabulary belongs to it.",
        };
    }

    private static Dictionary<string, int> ReadOptions(string model, string text)
    {
        var sizes = Options.ToDictionary(option => option.Key, option => option.Default, StringComparer.Ordinal);
        foreach (string pair in text.Split(',', StringSplitOptions.RemoveEmptyEntries))
        {
            string[] halves = pair.Split('=', 2);
            if (halves.Length != 2 || !sizes.ContainsKey(halves[0]))
            {
                throw Wrong(model, $"'{pair}' is no option; known: {string.Join(", ", sizes.Keys)}");
            }

            sizes[halves[0]] = (int)Number(model, halves[0], halves[1], LargestSize);
        }

        return sizes;
    }

    private static VisionSettings Settings(string model, Dictionary<string, int> sizes)
    {
        int width = sizes["width"];
        int heads = sizes["heads"] == 0 ? Math.Max(1, width / ClipConventions.HeadWidth) : sizes["heads"];
        bool fits = sizes.All(size => size.Key == "heads" || size.Value > 0) && width % heads == 0
            && sizes["image"] % sizes["patch"] == 0;
        return fits
            ? new VisionSettings(
                sizes["image"], sizes["patch"], width, sizes["layers"], heads, 4 * width, sizes["embedding"],
                Activation.QuickGelu, ClipConventions.LayerNormEps, PreNorm: true, PatchBias: false, Projection: true)
            : throw Wrong(model, "sizes must be positive, patch must divide image, and heads must divide width");
    }

    private static ulong Number(string model, string what, string text, ulong largest) =>
        ulong.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out ulong value) && value <= largest
            ? value
            : throw Wrong(model, $"{what} is '{text}', expected a whole number of 0 to {largest}");

    private static UsageException Wrong(string model, string problem) =>
        new($"model '{model}': {problem}. Example: random:0:image=64,patch=8,width=128,layers=4,heads=2,embedding=64.");
}
