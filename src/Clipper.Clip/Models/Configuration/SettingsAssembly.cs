using Clipper.Clip.Imaging;
using Clipper.Clip.Models.Weights;
using Clipper.Core.Errors;

namespace Clipper.Clip.Models.Configuration;

/// <summary>Puts shape and switches together; a switch that nothing tells is an error, never a guess.</summary>
/// <param name="weights">The weights file, for errors.</param>
internal sealed class SettingsAssembly(string weights)
{
    /// <summary>The architecture.</summary>
    /// <exception cref="DataFileException">A switch is not known, or has a value that cannot be.</exception>
    public VisionSettings Vision(VisionShape shape, ModelSwitches switches)
    {
        ThrowIfMissing(switches);
        int heads = Need(switches.Heads);
        double eps = Need(switches.LayerNormEps);
        CheckBlocks(shape.Width, heads, eps);
        return new VisionSettings(
            shape.ImageSize, shape.PatchSize, shape.Width, shape.Layers, heads, shape.MlpWidth, shape.EmbeddingSize,
            Need(switches.Activation), eps, shape.PreNorm, shape.PatchBias, shape.Projection, Need(switches.Pooling));
    }

    /// <summary>The architecture of the text tower.</summary>
    /// <exception cref="DataFileException">A switch is not known, or has a value that cannot be.</exception>
    public TextSettings Text(TextShape shape, TextSwitches switches)
    {
        ThrowIfMissing(
            "\"text\": { ",
            " }",
            ("heads", switches.Heads is not null, "a divisor of the width", "8"),
            Activation(switches.Activation),
            Eps(switches.LayerNormEps));
        CheckBlocks(shape.Width, Need(switches.Heads), Need(switches.LayerNormEps));
        return new TextSettings(
            shape.ContextLength, shape.VocabularySize, shape.Width, shape.Layers, Need(switches.Heads), shape.MlpWidth,
            shape.EmbeddingSize, Need(switches.Activation), Need(switches.LayerNormEps), switches.EndToken);
    }

    /// <summary>The pixels.</summary>
    /// <exception cref="DataFileException">A switch has a value that cannot be, or that is not supported.</exception>
    public PreprocessSpec Pixels(int size, ModelSwitches switches)
    {
        var std = Need(switches.Std);
        if (std is not { R: > 0, G: > 0, B: > 0 })
        {
            throw new DataFileException(weights, $"the standard deviation {std} of the pixels is not positive.");
        }

        return Need(switches.CropFraction) == 1
            ? new PreprocessSpec(size, Need(switches.Order), Need(switches.Mean), std)
            : throw new DataFileException(
                weights,
                $"the model resizes to 1/{switches.CropFraction:R} of its input and crops (crop_pct), which is not "
                + $"supported. State \"crop_pct\": 1.0 in {ModelJson.FileName} to resize to {size} pixels instead.");
    }

    private void CheckBlocks(int width, int heads, double eps)
    {
        if (heads < 1 || width % heads != 0)
        {
            throw new DataFileException(weights, $"{heads} attention heads do not divide the width {width}.");
        }

        if (eps is not (> 0 and < 1))
        {
            throw new DataFileException(weights, $"a layer norm epsilon of {eps:R} is outside of (0, 1).");
        }
    }

    private void ThrowIfMissing(ModelSwitches switches) => ThrowIfMissing(
        "",
        "",
        ("heads", switches.Heads is not null, "a divisor of the width", "12"),
        Activation(switches.Activation),
        Eps(switches.LayerNormEps),
        ("pooling", switches.Pooling is not null, "class_token, patch_mean", "\"class_token\""),
        ("mean", switches.Mean is not null, "three numbers", "[0.5, 0.5, 0.5]"),
        ("std", switches.Std is not null, "three positive numbers", "[0.5, 0.5, 0.5]"),
        ("order", switches.Order is not null, "openai, hf", "\"openai\""),
        ("crop_pct", switches.CropFraction is not null, "1.0", "1.0"));

    private static (string Name, bool Known, string Allowed, string Example) Activation(Activation? value) =>
        ("activation", value is not null, "quick_gelu, gelu", "\"quick_gelu\"");

    private static (string Name, bool Known, string Allowed, string Example) Eps(double? value) =>
        ("layer_norm_eps", value is not null, "a number in (0, 1)", "1e-5");

    // The example stands between open and close.
    private void ThrowIfMissing(
        string open, string close, params (string Name, bool Known, string Allowed, string Example)[] all)
    {
        var missing = Array.FindAll(all, one => !one.Known);
        if (missing.Length > 0)
        {
            string allowed = string.Join("; ", missing.Select(one => $"'{one.Name}' ({one.Allowed})"));
            string example = string.Join(", ", missing.Select(one => $"\"{one.Name}\": {one.Example}"));
            throw new DataFileException(
                weights,
                $"neither its tensors nor a configuration file beside it tell {allowed}. State what the model was "
                + $"trained with in {ModelJson.FileName} beside the file, for example {{ {open}{example}{close} }}.");
        }
    }

    private static T Need<T>(T? value)
        where T : struct => value ?? throw new InvalidOperationException("A switch was not checked.");
}
