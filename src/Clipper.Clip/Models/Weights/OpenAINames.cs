using System.Globalization;

namespace Clipper.Clip.Models.Weights;

/// <summary>OpenAI's names of a vision tower, which open_clip keeps:
/// <c>visual.transformer.resblocks.0.attn.in_proj_weight</c>.</summary>
/// <param name="format"><c>openai</c> or <c>open_clip</c>.</param>
internal sealed class OpenAINames(string format) : ITowerNames
{
    /// <summary>The tensor that shows these names.</summary>
    public const string Marker = "visual.conv1.weight";

    private const string Prefix = "visual.";

    /// <inheritdoc />
    public string Format => format;

    /// <inheritdoc />
    public bool Owns(string tensor) => tensor.StartsWith(Prefix, StringComparison.Ordinal);

    /// <inheritdoc />
    public WeightSource Source(TowerParameter parameter)
    {
        string kind = parameter.Kind;
        return parameter.Layer switch
        {
            TowerParameter.ClassEmbedding => Prefix + "class_embedding",
            TowerParameter.PositionEmbedding => Prefix + "positional_embedding",
            TowerParameter.Patch => $"{Prefix}conv1.{kind}",
            TowerParameter.NormBefore => $"{Prefix}ln_pre.{kind}",
            TowerParameter.NormAfter => $"{Prefix}ln_post.{kind}",
            TowerParameter.Projection => new WeightSource([Prefix + "proj"], Transposed: true),
            _ => InBlock(Prefix, parameter),
        };
    }

    /// <summary>Where a parameter of a block of any tower lies.</summary>
    public static WeightSource InBlock(string prefix, TowerParameter parameter)
    {
        string name = parameter.Layer == TowerParameter.AttentionIn
            ? $"attn.in_proj_{parameter.Kind}"
            : $"{parameter.Layer}.{parameter.Kind}";
        return string.Create(CultureInfo.InvariantCulture, $"{prefix}transformer.resblocks.{parameter.Block}.{name}");
    }
}
