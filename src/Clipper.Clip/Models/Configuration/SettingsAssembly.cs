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
        if (heads < 1 || shape.Width % heads != 0)
        {
            throw new DataFileException(weights, $"{heads} attention heads do not divide the width {shape.Width}.");
        }

        if (eps is not (> 0 and < 1))
        {
            throw new DataFileException(weights, $"a layer norm epsilon of {eps:R} is outside of (0, 1).");
        }

        return new VisionSettings(
            shape.ImageSize, shape.PatchSize, shape.Width, shape.Layers, heads, shape.MlpWidth, shape.EmbeddingSize,
            Need(switches.Activation), eps, shape.PreNorm, shape.PatchBias, shape.Projection, Need(switches.Pooling));
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

    private void ThrowIfMissing(ModelSwitches switches)
    {
        (string Name, bool Known, string Allowed, string Example)[] all =
        [
            ("heads", switches.Heads is not null, "a divisor of the width", "12"),
            ("activation", switches.Activation is not null, "quick_gelu, gelu", "\"quick_gelu\""),
            ("layer_norm_eps", switches.LayerNormEps is not null, "a number in (0, 1)", "1e-5"),
            ("pooling", switches.Pooling is not null, "class_token, patch_mean", "\"class_token\""),
            ("mean", switches.Mean is not null, "three numbers", "[0.5, 0.5, 0.5]"),
            ("std", switches.Std is not null, "three positive numbers", "[0.5, 0.5, 0.5]"),
            ("order", switches.Order is not null, "openai, hf", "\"openai\""),
            ("crop_pct", switches.CropFraction is not null, "1.0", "1.0"),
        ];
        var missing = Array.FindAll(all, one => !one.Known);
        if (missing.Length > 0)
        {
            string allowed = string.Join("; ", missing.Select(one => $"'{one.Name}' ({one.Allowed})"));
            string example = string.Join(", ", missing.Select(one => $"\"{one.Name}\": {one.Example}"));
            throw new DataFileException(
                weights,
                $"neither its tensors nor a configuration file beside it tell {allowed}. State what the model was "
                + $"trained with in {ModelJson.FileName} beside the file, for example {{ {example} }}.");
        }
    }

    private static T Need<T>(T? value)
        where T : struct => value ?? throw new InvalidOperationException("A switch was not checked.");
}
