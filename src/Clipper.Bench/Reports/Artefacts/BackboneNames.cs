namespace Clipper.Bench.Reports.Artefacts;

/// <summary>The backbones of Figure 2.1 (PROTOCOL 9.3).</summary>
internal static class BackboneNames
{
    /// <summary>The paper's own.</summary>
    public const string Clip = "CLIP";

    /// <summary>All, in the paper's order.</summary>
    public static IReadOnlyList<string> All { get; } =
        [Clip, "SimCLR", "MoCo", "PCL", "SwAV", "Resnet50", "VGG16", "Inception V3"];

    /// <summary>Whether a model of a run is the backbone that the paper calls so.</summary>
    /// <param name="backbone">The backbone, or a model that is none of the paper's.</param>
    /// <param name="model">The model, as records name it.</param>
    /// <param name="isPapers">Whether its weights are the paper's.</param>
    public static bool Match(string backbone, string model, bool isPapers) =>
        backbone == Clip ? isPapers : backbone == model;

    /// <summary>Why a backbone has no values where no model of the run is it.</summary>
    public static string WhyNot(string backbone) => !All.Contains(backbone) || backbone == Clip
        ? "no model of the run is this backbone"
        : "not loaded: a convolutional network, and the model loader reads vision transformers";
}
