namespace Clipper.Clip.Models.Weights;

/// <summary>Names of the text tower in Hugging Face's CLIPModel.</summary>
internal sealed class HuggingFaceTextNames : ITowerNames
{
    /// <summary>The tensor that shows these names.</summary>
    public const string Marker = "text_model.embeddings.token_embedding.weight";

    private const string Prefix = "text_model.";
    private const string ProjectionPrefix = "text_projection.";

    // A buffer 0, 1, 2, … that older versions stored.
    private const string PositionIds = "text_model.embeddings.position_ids";

    /// <inheritdoc />
    public string Format => "huggingface";

    /// <inheritdoc />
    public bool Owns(string tensor) => tensor != PositionIds
        && (tensor.StartsWith(Prefix, StringComparison.Ordinal)
            || tensor.StartsWith(ProjectionPrefix, StringComparison.Ordinal));

    /// <inheritdoc />
    public WeightSource Source(TowerParameter parameter) => parameter.Layer switch
    {
        TowerParameter.TokenEmbedding => Marker,
        TowerParameter.PositionEmbedding => Prefix + "embeddings.position_embedding.weight",
        TowerParameter.NormAfter => $"{Prefix}final_layer_norm.{parameter.Kind}",
        TowerParameter.Projection => ProjectionPrefix + parameter.Kind,
        _ => HuggingFaceNames.InBlock(Prefix, parameter),
    };
}
