using System.Globalization;

namespace Clipper.Clip.Models.Weights;

/// <summary>Names of the vision tower in Hugging Face's CLIPModel and CLIPVisionModel(WithProjection): query, key and
/// value apart, and <c>pre_layrnorm</c> spelt as it is.</summary>
internal sealed class HuggingFaceNames : ITowerNames
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
    public WeightSource Source(TowerParameter parameter)
    {
        string kind = parameter.Kind;
        return parameter.Layer switch
        {
            TowerParameter.ClassEmbedding => Prefix + "embeddings.class_embedding",
            TowerParameter.PositionEmbedding => Prefix + "embeddings.position_embedding.weight",
            TowerParameter.Patch => $"{Prefix}embeddings.patch_embedding.{kind}",
            TowerParameter.NormBefore => $"{Prefix}pre_layrnorm.{kind}",
            TowerParameter.NormAfter => $"{Prefix}post_layernorm.{kind}",
            TowerParameter.Projection => ProjectionPrefix + kind,
            _ => InBlock(Prefix, parameter),
        };
    }

    /// <summary>Where a parameter of a block of any tower lies.</summary>
    public static WeightSource InBlock(string prefix, TowerParameter parameter)
    {
        string block = string.Create(CultureInfo.InvariantCulture, $"{prefix}encoder.layers.{parameter.Block}.");
        string kind = parameter.Kind;
        return parameter.Layer switch
        {
            TowerParameter.Norm1 => $"{block}layer_norm1.{kind}",
            TowerParameter.AttentionIn => new WeightSource(
            [
                $"{block}self_attn.q_proj.{kind}", $"{block}self_attn.k_proj.{kind}", $"{block}self_attn.v_proj.{kind}",
            ]),
            TowerParameter.AttentionOut => $"{block}self_attn.out_proj.{kind}",
            TowerParameter.Norm2 => $"{block}layer_norm2.{kind}",
            TowerParameter.MlpIn => $"{block}mlp.fc1.{kind}",
            TowerParameter.MlpOut => $"{block}mlp.fc2.{kind}",
            _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "Not a parameter of a block."),
        };
    }
}
