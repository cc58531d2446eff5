using System.Globalization;

namespace Clipper.Clip.Models.Weights;

/// <summary>Names of Hugging Face's CLIPModel and CLIPVisionModel(WithProjection): query, key and value apart, and
/// <c>pre_layrnorm</c> spelt as it is.</summary>
internal sealed class HuggingFaceNames : IVisionNames
{
    /// <summary>The tensor that shows these names.</summary>
    public const string Marker = "vision_model.embeddings.patch_embedding.weight";

    private const string Prefix = "vision_model.";
    private const string ProjectionPrefix = "visual_projection.";

    // A buffer 0, 1, 2, … that older versions stored.
    private const string PositionIds = "vision_model.embeddings.position_ids";

    /// <inheritdoc />
    public string Format => "huggingface";

    /// <inheritdoc />
    public bool Owns(string tensor) => tensor != PositionIds
        && (tensor.StartsWith(Prefix, StringComparison.Ordinal)
            || tensor.StartsWith(ProjectionPrefix, StringComparison.Ordinal));

    /// <inheritdoc />
    public WeightSource Source(VisionParameter parameter)
    {
        string kind = parameter.Kind;
        return parameter.Layer switch
        {
            VisionParameter.ClassEmbedding => Prefix + "embeddings.class_embedding",
            VisionParameter.PositionEmbedding => Prefix + "embeddings.position_embedding.weight",
            VisionParameter.Patch => $"{Prefix}embeddings.patch_embedding.{kind}",
            VisionParameter.NormBefore => $"{Prefix}pre_layrnorm.{kind}",
            VisionParameter.NormAfter => $"{Prefix}post_layernorm.{kind}",
            VisionParameter.Projection => ProjectionPrefix + kind,
            _ => InBlock(parameter),
        };
    }

    private static WeightSource InBlock(VisionParameter parameter)
    {
        string block = string.Create(CultureInfo.InvariantCulture, $"{Prefix}encoder.layers.{parameter.Block}.");
        string kind = parameter.Kind;
        return parameter.Layer switch
        {
            VisionParameter.Norm1 => $"{block}layer_norm1.{kind}",
            VisionParameter.AttentionIn => new WeightSource(
            [
                $"{block}self_attn.q_proj.{kind}", $"{block}self_attn.k_proj.{kind}", $"{block}self_attn.v_proj.{kind}",
            ]),
            VisionParameter.AttentionOut => $"{block}self_attn.out_proj.{kind}",
            VisionParameter.Norm2 => $"{block}layer_norm2.{kind}",
            VisionParameter.MlpIn => $"{block}mlp.fc1.{kind}",
            VisionParameter.MlpOut => $"{block}mlp.fc2.{kind}",
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "Not a parameter of a block."),
        };
    }
}
