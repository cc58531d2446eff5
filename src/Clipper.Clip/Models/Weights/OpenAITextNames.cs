namespace Clipper.Clip.Models.Weights;

/// <summary>OpenAI's names of a text tower, which open_clip keeps, in its CustomTextCLIP under a prefix.</summary>
/// <param name="format"><c>openai</c> or <c>open_clip</c>.</param>
/// <param name="prefix">Empty, or <c>text.</c>.</param>
internal sealed class OpenAITextNames(string format, string prefix) : ITowerNames
{
    /// <summary>The tensor that shows these names, without prefix.</summary>
    public const string Marker = "token_embedding.weight";

    private static readonly string[] Parts =
        ["transformer.", "token_embedding.", "ln_final.", "positional_embedding", "text_projection"];

    /// <inheritdoc />
    public string Format => format;

    /// <inheritdoc />
    public bool Owns(string tensor) => prefix.Length > 0
        ? tensor.StartsWith(prefix, StringComparison.Ordinal)
        : Parts.Any(part => tensor.StartsWith(part, StringComparison.Ordinal));

    /// <inheritdoc />
    public WeightSource Source(TowerParameter parameter) => parameter.Layer switch
    {
        TowerParameter.TokenEmbedding => prefix + Marker,
        TowerParameter.PositionEmbedding => prefix + "positional_embedding",
        TowerParameter.NormAfter => $"{prefix}ln_final.{parameter.Kind}",
        TowerParameter.Projection => new WeightSource([prefix + "text_projection"], Transposed: true),
        _ => OpenAINames.InBlock(prefix, parameter),
    };
}
