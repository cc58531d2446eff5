using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Models.Configuration;

/// <summary>open_clip's <c>open_clip_config.json</c>: <c>model_cfg</c> and <c>preprocess_cfg</c>. Keys that it
/// leaves out have the defaults of open_clip's <c>CLIPVisionCfg</c> and <c>PreprocessCfg</c>.</summary>
internal static class OpenClipConfig
{
    /// <summary>Its file name.</summary>
    public const string FileName = "open_clip_config.json";

    /// <summary>Its switches, after comparing its sizes with the tensors.</summary>
    public static ModelSwitches Read(ConfigObject config, VisionShape shape)
    {
        var model = config.Object("model_cfg") ?? throw config.Wrong("model_cfg", "an object");
        var vision = model.Object("vision_cfg") ?? throw model.Wrong("vision_cfg", "an object");
        Check(model, vision, shape);
        int headWidth = vision.Integer("head_width") ?? ClipConventions.HeadWidth;
        bool quick = model.Flag("quick_gelu") ?? false;
        return Pixels(config.Object("preprocess_cfg")).Over(new ModelSwitches
        {
            Heads = shape.Width % headWidth == 0 ? shape.Width / headWidth : null,
            Activation = quick ? Activation.QuickGelu : Activation.Gelu,
            LayerNormEps = vision.Object("norm_kwargs")?.Number("eps") ?? ClipConventions.LayerNormEps,
            Pooling = Pooling.ClassToken,
        });
    }

    private static void Check(ConfigObject model, ConfigObject vision, VisionShape shape)
    {
        model.MustBe("embed_dim", shape.EmbeddingSize);
        vision.MustBe("image_size", shape.ImageSize);
        vision.MustBe("patch_size", shape.PatchSize);
        vision.MustBe("width", shape.Width);
        vision.MustBe("layers", shape.Layers);
        _ = vision.Choice("pool_type", ("tok", Pooling.ClassToken));
        foreach (string key in new[] { "global_average_pool", "attentional_pool" })
        {
            if (vision.Flag(key) == true)
            {
                throw vision.Wrong(key, "false; only the class token is pooled");
            }
        }

        foreach (string key in new[] { "timm_model_name", "act_kwargs", "norm_kwargs" })
        {
            bool understood = key == "norm_kwargs" && vision.Object(key)?.Keys.All(name => name == "eps") == true;
            if (vision.Has(key) && !understood)
            {
                throw vision.Wrong(key, "none; what it changes is not known here");
            }
        }
    }

    private static ModelSwitches Pixels(ConfigObject? preprocess)
    {
        if (preprocess is null)
        {
            return ClipConventions.Pixels;
        }

        _ = preprocess.Choice("interpolation", ("bicubic", true));
        _ = preprocess.Choice("resize_mode", ("shortest", true));
        _ = preprocess.Choice("mode", ("RGB", true));
        return new ModelSwitches { Mean = preprocess.Channels("mean"), Std = preprocess.Channels("std") }
            .Over(ClipConventions.Pixels);
    }
}
