using Clipper.Clip.Imaging;

namespace Clipper.Bench.Configuration;

/// <summary>In which order an experiment's images are resized and become RGB.</summary>
/// <param name="Name">Its name in configuration.</param>
/// <param name="Order">The order; null = the one of each model.</param>
public sealed record PreprocessChoice(string Name, PreprocessOrder? Order)
{
    /// <summary>As each model was trained; the default.</summary>
    public static PreprocessChoice ByModel { get; } = new("by-model", null);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<PreprocessChoice> All { get; } =
    [
        ByModel,
        new("openai", PreprocessOrder.OpenAI),
        new("hf", PreprocessOrder.HuggingFace),
    ];

    /// <summary>A model's preprocessing with this order.</summary>
    public PreprocessSpec Of(PreprocessSpec spec) => spec with { Order = Order ?? spec.Order };
}
