using Clipper.Clip.Models.Registry;

namespace Clipper.Bench.Reports.Paper;

/// <summary>The backbone of the paper: OpenAI's CLIP ViT-B/32, known by the SHA-256 of its weights, whatever a model is
/// called.</summary>
internal static class PaperModel
{
    private const string Name = "ViT-B/32";

    /// <summary>SHA-256 of the official weights file; its other file, the vocabulary, is smaller.</summary>
    public static string WeightsHash { get; } =
        ModelRegistry.Default.Find(Name)?.Files.MaxBy(file => file.Size)?.Sha256
        ?? throw new InvalidOperationException($"The registry lacks {Name}.");

    /// <summary>Whether weights are the paper's.</summary>
    public static bool Is(string weightsHash) =>
        string.Equals(weightsHash, WeightsHash, StringComparison.OrdinalIgnoreCase);
}
