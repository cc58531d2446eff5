using Clipper.Clip.Imaging;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Models.Configuration;

/// <summary>timm's <c>config.json</c>: <c>architecture</c>, and the pixels in <c>pretrained_cfg</c> (older files:
/// at the root). timm's loaders make every image RGB first.</summary>
internal static class TimmConfig
{
    /// <summary>Whether the file is one.</summary>
    public static bool Matches(ConfigObject config) => config.Has("architecture") || config.Has("pretrained_cfg");

    /// <summary>Its switches, after comparing its sizes with the tensors.</summary>
    public static ModelSwitches Read(ConfigObject config, VisionShape shape)
    {
        var pixels = config.Object("pretrained_cfg") ?? config;
        config.MustBe("num_features", shape.Width);
        if (pixels.Numbers("input_size") is { } size && !size.SequenceEqual([3, shape.ImageSize, shape.ImageSize]))
        {
            throw pixels.Wrong("input_size", $"[3, {shape.ImageSize}, {shape.ImageSize}], as the tensors show");
        }

        _ = pixels.Choice("interpolation", ("bicubic", true));
        _ = pixels.Choice("crop_mode", ("center", true));
        return new ModelSwitches
        {
            Pooling = config.Choice("global_pool", ("token", Pooling.ClassToken), ("avg", Pooling.PatchMean)),
            Mean = pixels.Channels("mean"),
            Std = pixels.Channels("std"),
            Order = PreprocessOrder.HuggingFace,
            CropFraction = pixels.Number("crop_pct"),
        }.Over(Architecture(config, shape));
    }

    private static ModelSwitches Architecture(ConfigObject config, VisionShape shape)
    {
        if (config.Object("model_args") is { } arguments)
        {
            return Arguments(config, arguments, shape);
        }

        return TimmArchitecture.Switches(config.Text("architecture") ?? "", shape);
    }

    private static ModelSwitches Arguments(ConfigObject config, ConfigObject arguments, VisionShape shape)
    {
        string[] known = ["num_heads", "global_pool", "img_size", "num_classes"];
        if (arguments.Keys.FirstOrDefault(key => !known.Contains(key)) is { } unknown)
        {
            throw arguments.Wrong(unknown, $"none; of model_args only {string.Join(", ", known)} are understood");
        }

        arguments.MustBe("img_size", shape.ImageSize);
        return new ModelSwitches
        {
            Heads = arguments.Integer("num_heads"),
            Pooling = arguments.Choice("global_pool", ("token", Pooling.ClassToken), ("avg", Pooling.PatchMean)),
        }.Over(TimmArchitecture.Switches(config.Text("architecture") ?? "", shape));
    }
}
