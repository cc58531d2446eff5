using System.Globalization;

namespace Clipper.Clip.Models.Weights;

/// <summary>Names of timm's VisionTransformer. Its classifier (<c>head</c>) is no part of an embedding.</summary>
/// <param name="pooling">With the mean of the patches the last norm is called <c>fc_norm</c>, else
/// <c>norm</c>.</param>
internal sealed class TimmNames(Pooling pooling) : ITowerNames
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
    public WeightSource Source(TowerParameter parameter)
    {
        string kind = parameter.Kind;
        return parameter.Layer switch
        {
            TowerParameter.ClassEmbedding => "cls_token",
            TowerParameter.PositionEmbedding => "pos_embed",
            TowerParameter.Patch => $"patch_embed.proj.{kind}",
            TowerParameter.NormBefore => $"norm_pre.{kind}",
            TowerParameter.NormAfter => pooling == Pooling.PatchMean ? $"fc_norm.{kind}" : $"norm.{kind}",
            TowerParameter.Projection => new WeightSource([]),
            _ => string.Create(CultureInfo.InvariantCulture, $"blocks.{parameter.Block}.{InBlock(parameter)}"),
        };
    }

    private static string InBlock(TowerParameter parameter) => parameter.Layer switch
    {
        TowerParameter.Norm1 => $"norm1.{parameter.Kind}",
        TowerParameter.AttentionIn => $"attn.qkv.{parameter.Kind}",
        TowerParameter.AttentionOut => $"attn.proj.{parameter.Kind}",
        TowerParameter.Norm2 => $"norm2.{parameter.Kind}",
        TowerParameter.MlpIn => $"mlp.fc1.{parameter.Kind}",
        TowerParameter.MlpOut => $"mlp.fc2.{parameter.Kind}",
        _ => throw new ArgumentOutOfRangeException(nameof(parameter), parameter, "Not a parameter of a block."),
    };
}
