using Clipper.Clip.Imaging;

namespace Clipper.Clip.Models.Configuration;

/// <summary>Hugging Face's <c>preprocessor_config.json</c> of a CLIPImageProcessor. Without the file the pixels are
/// those of OpenAI's CLIP, RGB conversion last; with it, RGB conversion comes first, as that class does it.</summary>
internal static class PreprocessorConfig
{
    /// <summary>Its file name.</summary>
    public const string FileName = "preprocessor_config.json";

    private const int Bicubic = 3;

    private static readonly string[] Processors =
        ["CLIPImageProcessor", "CLIPImageProcessorFast", "CLIPFeatureExtractor", "CLIPProcessor"];

    /// <summary>Its switches.</summary>
    /// <param name="config">The file, or null.</param>
    /// <param name="imageSize">Side of the tower's input.</param>
    public static ModelSwitches Read(ConfigObject? config, int imageSize)
    {
        if (config is null)
        {
            return ClipConventions.Pixels;
        }

        Check(config, imageSize);
        return new ModelSwitches
        {
            Mean = config.Channels("image_mean"),
            Std = config.Channels("image_std"),
            Order = PreprocessOrder.HuggingFace,
        }.Over(ClipConventions.Pixels);
    }

    private static void Check(ConfigObject config, int imageSize)
    {
        foreach (string key in new[] { "image_processor_type", "feature_extractor_type" })
        {
            if (config.Text(key) is { } type && !Processors.Contains(type))
            {
                throw config.Wrong(key, $"one of {string.Join(", ", Processors)}");
            }
        }

        foreach (string key in new[] { "do_resize", "do_center_crop", "do_rescale", "do_normalize", "do_convert_rgb" })
        {
            if (config.Flag(key) == false)
            {
                throw config.Wrong(key, "true");
            }
        }

        config.MustBe("resample", Bicubic);
        if (config.Number("rescale_factor") is { } factor && Math.Abs((factor * 255) - 1) > 1e-9)
        {
            throw config.Wrong("rescale_factor", "1/255");
        }

        CheckSize(config, "size", ["shortest_edge"], imageSize);
        CheckSize(config, "crop_size", ["height", "width"], imageSize);
    }

    // Either a number or an object with the given keys.
    private static void CheckSize(ConfigObject config, string key, string[] parts, int imageSize)
    {
        if (config.Object(key) is not { } size)
        {
            config.MustBe(key, imageSize);
            return;
        }

        foreach (string part in size.Keys.Concat(parts))
        {
            if (!parts.Contains(part) || size.Integer(part) != imageSize)
            {
                throw size.Wrong(part, $"{string.Join(" and ", parts)} of {imageSize} and nothing else");
            }
        }
    }
}
