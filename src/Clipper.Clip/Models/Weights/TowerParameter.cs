using System.Globalization;

namespace Clipper.Clip.Models.Weights;

/// <summary>A parameter of <see cref="Layers.VisionTransformer"/> or <see cref="Layers.TextTransformer"/> under this
/// project's own name, e.g. <c>transformer.3.attn.in_proj.weight</c>.</summary>
/// <param name="Block">Index of its block, or null outside of the blocks.</param>
/// <param name="Layer">One of the constants here.</param>
/// <param name="Kind"><c>weight</c>, <c>bias</c>, or empty for a bare table.</param>
internal sealed record TowerParameter(int? Block, string Layer, string Kind)
{
    public const string Weight = "weight";
    public const string Bias = "bias";

    public const string ClassEmbedding = "class_embedding";
    public const string TokenEmbedding = "token_embedding";
    public const string PositionEmbedding = "position_embedding";
    public const string Patch = "patch";
    public const string NormBefore = "ln_pre";
    public const string NormAfter = "ln_post";
    public const string Projection = "proj";

    public const string Norm1 = "ln_1";
    public const string AttentionIn = "attn.in_proj";
    public const string AttentionOut = "attn.out_proj";
    public const string Norm2 = "ln_2";
    public const string MlpIn = "mlp.c_fc";
    public const string MlpOut = "mlp.c_proj";

    /// <summary>The name of the module's parameter.</summary>
    public string Name
    {
        get
        {
            string own = Kind.Length == 0 ? Layer : $"{Layer}.{Kind}";
            return Block is { } block ? string.Create(CultureInfo.InvariantCulture, $"transformer.{block}.{own}") : own;
        }
    }
}
