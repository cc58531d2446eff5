using Clipper.Clip.Imaging;
using Clipper.Clip.Models.Weights;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Configuration;

/// <summary>Our own <c>model.json</c> beside the weights: states what cannot be derived, and wins over other files.
/// What the tensors show may be repeated, not contradicted.</summary>
internal static class ModelJson
{
    /// <summary>Its file name.</summary>
    public const string FileName = "model.json";

    private static readonly string[] Known =
    [
        "name", "heads", "activation", "layer_norm_eps", "pooling", "mean", "std", "order", "crop_pct", "image_size",
        "pre_norm", "patch_bias", "projection",
    ];

    /// <summary>Names of the activations.</summary>
    public static (string Name, Activation Value)[] Activations { get; } =
        [("quick_gelu", Activation.QuickGelu), ("gelu", Activation.Gelu)];

    /// <summary>Reads its switches.</summary>
    /// <exception cref="DataFileException">An unknown key, a value out of range, or one that the tensors
    /// contradict.</exception>
    public static ModelSwitches Read(ConfigObject config, VisionShape shape)
    {
        if (config.Keys.FirstOrDefault(key => !Known.Contains(key)) is { } unknown)
        {
            string hint = Suggestion.Question(unknown, Known);
            throw config.Wrong(unknown, $"no such key; known: {string.Join(", ", Known)}.{hint}");
        }

        config.MustBe("image_size", shape.ImageSize);
        MustBe(config, "pre_norm", shape.PreNorm);
        MustBe(config, "patch_bias", shape.PatchBias);
        MustBe(config, "projection", shape.Projection);
        return new ModelSwitches
        {
            Heads = config.Integer("heads"),
            Activation = config.Choice("activation", Activations),
            LayerNormEps = config.Number("layer_norm_eps"),
            Pooling = config.Choice("pooling", ("class_token", Pooling.ClassToken), ("patch_mean", Pooling.PatchMean)),
            Mean = config.Channels("mean"),
            Std = config.Channels("std"),
            Order = config.Choice("order", ("openai", PreprocessOrder.OpenAI), ("hf", PreprocessOrder.HuggingFace)),
            CropFraction = config.Number("crop_pct"),
        };
    }

    private static void MustBe(ConfigObject config, string key, bool shown)
    {
        if (config.Flag(key) is { } stated && stated != shown)
        {
            throw config.Wrong(key, shown ? "true, as the tensors show" : "false, as the tensors show");
        }
    }
}
