using Clipper.Clip.Imaging;
using Clipper.Clip.Models;

namespace Clipper.Bench.Cli.Output;

/// <summary>What <c>models info</c> says about a model.</summary>
internal static class ModelFacts
{
    /// <summary>Its facts; those of the text tower begin with <c>text_</c>.</summary>
    public static FactList Of(ModelDescription model)
    {
        VisionSettings vision = model.Vision;
        PreprocessSpec pixels = model.Preprocess;
        FactList facts = new FactList()
            .Add("name", model.Name)
            .Add("format", model.Format)
            .Add("container", model.Container.Length == 0 ? "none" : model.Container)
            .Add("weights_sha256", model.WeightsHash)
            .Add("licence", model.Licence)
            .Add("parameters", model.ParameterCount)
            .Add("vision_parameters", vision.ParameterCount)
            .Add("image_size", vision.ImageSize)
            .Add("patch_size", vision.PatchSize)
            .Add("width", vision.Width)
            .Add("layers", vision.Layers)
            .Add("heads", vision.Heads)
            .Add("mlp_width", vision.MlpWidth)
            .Add("embedding_size", vision.EmbeddingSize)
            .Add("activation", NameOf(vision.Activation))
            .Add("layer_norm_eps", vision.LayerNormEps)
            .Add("pre_norm", vision.PreNorm)
            .Add("patch_bias", vision.PatchBias)
            .Add("projection", vision.Projection)
            .Add("pooling", vision.Pooling == Pooling.ClassToken ? "class_token" : "patch_mean")
            .Add("rgb_order", pixels.Order == PreprocessOrder.OpenAI ? "openai" : "hf")
            .Add("mean", [pixels.Mean.R, pixels.Mean.G, pixels.Mean.B])
            .Add("std", [pixels.Std.R, pixels.Std.G, pixels.Std.B])
            .Add("text_tower", model.Text is not null);
        return model.Text is { } text
            ? AddText(facts, model, text)
            : facts.Add("text_problem", model.TextProblem);
    }

    private static FactList AddText(FactList facts, ModelDescription model, TextSettings text) => facts
        .Add("text_parameters", text.ParameterCount)
        .Add("text_context_length", text.ContextLength)
        .Add("text_vocabulary_size", text.VocabularySize)
        .Add("text_width", text.Width)
        .Add("text_layers", text.Layers)
        .Add("text_heads", text.Heads)
        .Add("text_mlp_width", text.MlpWidth)
        .Add("text_embedding_size", text.EmbeddingSize)
        .Add("text_activation", NameOf(text.Activation))
        .Add("text_layer_norm_eps", text.LayerNormEps)
        .Add("text_pooling", text.EndToken is { } end
            ? FormattableString.Invariant($"first token {end}")
            : "first of the largest token")
        .Add("text_vocabulary", model.VocabularyPath is null ? "none beside the weights" : "beside the weights")
        .Add("logit_scale", model.LogitScale);

    private static string NameOf(Activation activation) => activation == Activation.QuickGelu ? "quick_gelu" : "gelu";
}
