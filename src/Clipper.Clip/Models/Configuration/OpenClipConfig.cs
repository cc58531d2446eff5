using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Models.Configuration;

/// <summary>open_clip's <c>open_clip_config.json</c>: <c>model_cfg</c> and <c>preprocess_cfg</c>. Keys that it
/// leaves out have the defaults of open_clip's <c>CLIPVisionCfg</c> and <c>PreprocessCfg</c>.</summary>
internal static class OpenClipConfig
{
    /// <summary>Its file name.</summary>
    public const string FileName = "open_clip_config.json";

    private const int DefaultTextHeads = 8;

    /// <summary>Its switches, after comparing its sizes with the tensors.</summary>
    public static ModelSwitches Read(ConfigObject config, VisionShape shape)
    {
        var model = config.Object("model_cfg") ?? throw config.Wrong("model_cfg", "an object");
        var vision = model.Object("vision_cfg") ?? throw model.Wrong("vision_cfg", "an object");
        Check(model, vision, shape);
        int headWidth = vision.Integer("head_width") ?? ClipConventions.HeadWidth;
        return Pixels(config.Object("preprocess_cfg")).Over(new ModelSwitches
        {
            Heads = shape.Width % headWidth == 0 ? shape.Width / headWidth : null,
            Activation = ActivationOf(model),
            LayerNormEps = vision.Object("norm_kwargs")?.Number("eps") ?? ClipConventions.LayerNormEps,
            Pooling = Pooling.ClassToken,
        });
    }

    /// <summary>The switches of the text tower, after comparing its sizes with the tensors. Keys that it leaves out
    /// have the defaults of open_clip's <c>CLIPTextCfg</c>.</summary>
    public static TextSwitches ReadText(ConfigObject config, TextShape shape)
    {
        var model = config.Object("model_cfg") ?? throw config.Wrong("model_cfg", "an object");
        var text = model.Object("text_cfg") ?? throw model.Wrong("text_cfg", "an object");
        text.MustBe("context_length", shape.ContextLength);
        text.MustBe("vocab_size", shape.VocabularySize);
        text.MustBe("width", shape.Width);
        text.MustBe("layers", shape.Layers);
        _ = text.Choice("pool_type", ("argmax", true));
        _ = text.Choice("proj_type", ("linear", true));
        RefuseTrue(text, ["no_causal_mask", "embed_cls", "proj_bias", "final_ln_after_pool"], "false");
        RefuseUnknown(text, ["hf_model_name", "act_kwargs", "norm_kwargs", "ls_init_value"]);
        return new TextSwitches
        {
            Heads = text.Integer("heads") ?? DefaultTextHeads,
            Activation = ActivationOf(model),
            LayerNormEps = text.Object("norm_kwargs")?.Number("eps") ?? ClipConventions.LayerNormEps,
        };
    }

    private static Activation ActivationOf(ConfigObject model) =>
        model.Flag("quick_gelu") ?? false ? Activation.QuickGelu : Activation.Gelu;

    private static void Check(ConfigObject model, ConfigObject vision, VisionShape shape)
    {
        model.MustBe("embed_dim", shape.EmbeddingSize);
        vision.MustBe("image_size", shape.ImageSize);
        vision.MustBe("patch_size", shape.PatchSize);
        vision.MustBe("width", shape.Width);
        vision.MustBe("layers", shape.Layers);
        _ = vision.Choice("pool_type", ("tok", Pooling.ClassToken));
        RefuseTrue(vision, ["global_average_pool", "attentional_pool"], "false; only the class token is pooled");
        RefuseUnknown(vision, ["timm_model_name", "act_kwargs", "norm_kwargs"]);
    }

    private static void RefuseTrue(ConfigObject tower, string[] keys, string expected)
    {
        foreach (string key in keys)
        {
            if (tower.Flag(key) == true)
            {
                throw tower.Wrong(key, expected);
            }
        }
    }

    // Of the arguments of norms only epsilon is known.
    private static void RefuseUnknown(ConfigObject tower, string[] keys)
    {
        foreach (string key in keys)
        {
            bool understood = key == "norm_kwargs" && tower.Object(key)?.Keys.All(name => name == "eps") == true;
            if (tower.Has(key) && !understood)
            {
                throw tower.Wrong(key, "none; what it changes is not known here");
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
