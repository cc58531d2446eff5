using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Models.Configuration;

/// <summary>Hugging Face's <c>config.json</c> of a CLIPModel or CLIPVisionModel. Keys that it leaves out have the
/// defaults of
/// <c>CLIPVisionConfig</c>, as transformers writes only what differs from them.</summary>
internal static class HuggingFaceConfig
{
    private const int DefaultHeads = 12;

    private static readonly string[] ModelTypes = ["clip", "clip_vision_model"];

    private const int DefaultTextHeads = 8;

    // Old files call the end token so, and transformers then takes the largest id.
    private const int OldEndToken = 2;

    /// <summary>Whether the file is one.</summary>
    public static bool Matches(ConfigObject config) => config.Has("vision_config") || config.Has("model_type");

    /// <summary>Its switches, after comparing its sizes with the tensors.</summary>
    /// <param name="config">config.json.</param>
    /// <param name="preprocessor">preprocessor_config.json, or null.</param>
    /// <param name="shape">What the tensors show.</param>
    public static ModelSwitches Read(ConfigObject config, ConfigObject? preprocessor, VisionShape shape)
    {
        if (config.Text("model_type") is { } type && !ModelTypes.Contains(type))
        {
            throw config.Wrong("model_type", $"one of {string.Join(", ", ModelTypes)}");
        }

        // Old files repeat the settings under the second name, which transformers lets win.
        var vision = config.Object("vision_config_dict") ?? config.Object("vision_config") ?? config;
        vision.MustBe("hidden_size", shape.Width);
        vision.MustBe("intermediate_size", shape.MlpWidth);
        vision.MustBe("num_hidden_layers", shape.Layers);
        vision.MustBe("image_size", shape.ImageSize);
        vision.MustBe("patch_size", shape.PatchSize);
        return PreprocessorConfig.Read(preprocessor, shape.ImageSize).Over(new ModelSwitches
        {
            Heads = vision.Integer("num_attention_heads") ?? DefaultHeads,
            Activation = vision.Choice("hidden_act", ModelJson.Activations) ?? Activation.QuickGelu,
            LayerNormEps = vision.Number("layer_norm_eps") ?? ClipConventions.LayerNormEps,
            Pooling = Pooling.ClassToken,
        });
    }

    /// <summary>The switches of the text tower, after comparing its sizes with the tensors.</summary>
    public static TextSwitches ReadText(ConfigObject config, TextShape shape)
    {
        if ((config.Object("text_config_dict") ?? config.Object("text_config")) is not { } text)
        {
            return new TextSwitches();
        }

        text.MustBe("hidden_size", shape.Width);
        text.MustBe("intermediate_size", shape.MlpWidth);
        text.MustBe("num_hidden_layers", shape.Layers);
        text.MustBe("max_position_embeddings", shape.ContextLength);
        text.MustBe("vocab_size", shape.VocabularySize);
        int? end = text.Integer("eos_token_id");
        return new TextSwitches
        {
            Heads = text.Integer("num_attention_heads") ?? DefaultTextHeads,
            Activation = text.Choice("hidden_act", ModelJson.Activations) ?? Activation.QuickGelu,
            LayerNormEps = text.Number("layer_norm_eps") ?? ClipConventions.LayerNormEps,
            EndToken = end == OldEndToken ? null : end,
        };
    }
}
