using System.Globalization;

namespace Clipper.Clip.Models.Weights;

/// <summary>OpenAI's names, which open_clip keeps:
/// <c>visual.transformer.resblocks.0.attn.in_proj_weight</c>.</summary>
/// <param name="format"><c>openai</c> or <c>open_clip</c>.</param>
internal sealed class OpenAINames(string format) : IVisionNames
{
    /// <summary>The tensor that shows these names.</summary>
    public const string Marker = "visual.conv1.weight";

    private const string Prefix = "visual.";

    /// <inheritdoc />
    public string Format => format;

    /// <inheritdoc />
    public bool Owns(string tensor) => tensor.StartsWith(Prefix, StringComparison.Ordinal);

    /// <inheritdoc />
    public WeightSource Source(VisionParameter parameter)
    {
        string kind = parameter.Kind;
        return parameter.Layer switch
        {
            VisionParameter.ClassEmbedding => Prefix + "class_embedding",
            VisionParameter.PositionEmbedding => Prefix + "positional_embedding",
            VisionParameter.Patch => $"{Prefix}conv1.{kind}",
            VisionParameter.NormBefore => $"{Prefix}ln_pre.{kind}",
            VisionParameter.NormAfter => $"{Prefix}ln_post.{kind}",
            VisionParameter.Projection => new WeightSource([Prefix + "proj"], Transposed: true),
            _ => string.Create(
                CultureInfo.InvariantCulture, $"{Prefix}transformer.resblocks.{parameter.Block}.{InBlock(parameter)}"),
        };
    }

    private static string InBlock(VisionParameter parameter) => parameter.Layer switch
    {
        VisionParameter.AttentionIn => $"attn.in_proj_{parameter.Kind}",
        _ => $"{parameter.Layer}.{parameter.Kind}",
    };
}
