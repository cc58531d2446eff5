using System.Globalization;

namespace Clipper.Clip.Models.Weights;

/// <summary>Names of timm's VisionTransformer. Its classifier (<c>head</c>) is no part of an embedding.</summary>
/// <param name="pooling">With the mean of the patches the last norm is called <c>fc_norm</c>, else
/// <c>norm</c>.</param>
internal sealed class TimmNames(Pooling pooling) : IVisionNames
{
    /// <summary>The tensor that shows these names.</summary>
    public const string Marker = "patch_embed.proj.weight";

    /// <summary>The tensor that shows pooling by the mean.</summary>
    public const string MeanMarker = "fc_norm.weight";

    /// <inheritdoc />
    public string Format => "timm";

    /// <inheritdoc />
    public bool Owns(string tensor) => !tensor.StartsWith("head.", StringComparison.Ordinal);

    /// <inheritdoc />
    public WeightSource Source(VisionParameter parameter)
    {
        string kind = parameter.Kind;
        return parameter.Layer switch
        {
            VisionParameter.ClassEmbedding => "cls_token",
            VisionParameter.PositionEmbedding => "pos_embed",
            VisionParameter.Patch => $"patch_embed.proj.{kind}",
            VisionParameter.NormBefore => $"norm_pre.{kind}",
            VisionParameter.NormAfter => pooling == Pooling.PatchMean ? $"fc_norm.{kind}" : $"norm.{kind}",
            VisionParameter.Projection => new WeightSource([]),
            _ => string.Create(CultureInfo.InvariantCulture, $"blocks.{parameter.Block}.{InBlock(parameter)}"),
        };
    }

    private static string InBlock(VisionParameter parameter) => parameter.Layer switch
    {
        VisionParameter.Norm1 => $"norm1.{parameter.Kind}",
        VisionParameter.AttentionIn => $"attn.qkv.{parameter.Kind}",
        VisionParameter.AttentionOut => $"attn.proj.{parameter.Kind}",
        VisionParameter.Norm2 => $"norm2.{parameter.Kind}",
        VisionParameter.MlpIn => $"mlp.fc1.{parameter.Kind}",
        VisionParameter.MlpOut => $"mlp.fc2.{parameter.Kind}",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "Not a parameter of a block."),
    };
}
