using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Models.Configuration;

/// <summary>A <c>config.json</c> that holds the arguments of OpenAI's <c>CLIP(embed_dim, image_resolution,
/// vision_layers, vision_width, …)</c>, and <c>activation</c> and <c>vision_heads</c> where the writer knew
/// them.</summary>
internal static class OpenAIConfig
{
    /// <summary>Whether the file is one.</summary>
    public static bool Matches(ConfigObject config) => config.Has("vision_width") && config.Has("vision_layers");

    /// <summary>Its switches, after comparing its sizes with the tensors.</summary>
    public static ModelSwitches Read(ConfigObject config, VisionShape shape)
    {
        config.MustBe("embed_dim", shape.EmbeddingSize);
        config.MustBe("image_resolution", shape.ImageSize);
        config.MustBe("vision_layers", shape.Layers);
        config.MustBe("vision_width", shape.Width);
        config.MustBe("vision_patch_size", shape.PatchSize);
        config.MustBe("patch", shape.PatchSize);
        return new ModelSwitches
        {
            Heads = config.Integer("vision_heads"),
            Activation = config.Choice("activation", ModelJson.Activations),
        }.Over(ClipConventions.For(shape));
    }

    /// <summary>The switches of the text tower, after comparing its sizes with the tensors.</summary>
    public static TextSwitches ReadText(ConfigObject config, TextShape shape)
    {
        config.MustBe("context_length", shape.ContextLength);
        config.MustBe("vocab_size", shape.VocabularySize);
        foreach (string prefix in new[] { "text_", "transformer_" })
        {
            config.MustBe(prefix + "width", shape.Width);
            config.MustBe(prefix + "layers", shape.Layers);
        }

        return new TextSwitches
        {
            Heads = config.Integer("text_heads") ?? config.Integer("transformer_heads"),
            Activation = config.Choice("activation", ModelJson.Activations),
        };
    }
}
