using Clipper.Bench.Configuration;
using Clipper.Clip.Models;

namespace Clipper.Bench.Methods.ZeroShot;

/// <summary>What cosines of images and texts are multiplied by before the softmax: the inverse of the
/// temperature.</summary>
/// <param name="Name">by-mode or model; empty for a number of the user's own.</param>
/// <param name="Number">The number; null where it is not the user's.</param>
public sealed record LogitScale(string Name, double? Number)
{
    /// <summary>The reference's, and what OpenAI's models have learnt.</summary>
    public const double Usual = 100;

    /// <summary>With the reference's prompts (Q16) 100, else the model's.</summary>
    public static LogitScale ByMode { get; } = new("by-mode", null);

    /// <summary>The model's own, 100 where its file does not tell.</summary>
    public static LogitScale OfModel { get; } = new("model", null);

    /// <summary>The number in an experiment.</summary>
    public double For(ProtocolQuirks quirks, ModelDescription model)
    {
        bool isPaper = this == ByMode && quirks.Follows(QuirkCatalog.Prompts);
        return Number ?? (isPaper ? Usual : model.LogitScale ?? Usual);
    }
}
