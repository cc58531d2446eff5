namespace Clipper.Bench.Reports.Paper;

/// <summary>The backbone of the paper.</summary>
internal static class PaperModel
{
    /// <summary>Whether a model of a run is CLIP ViT-B/32, as registered or as a folder is called.</summary>
    public static bool Is(string model) => model is "ViT-B/32" or "ViT-B-32" or "clip-vit-base-patch32";
}
