using System.Globalization;

namespace Clipper.Benchmarks.Imprinting;

/// <summary>Sizes of an imprinting.</summary>
/// <param name="Rows">Support embeddings.</param>
/// <param name="Dimension">Numbers of an embedding: 512 is CLIP ViT-B/32, 768 ViT-L/14.</param>
/// <param name="Classes">Classes.</param>
/// <param name="Labels">Labels a row.</param>
public sealed record ImprintShape(int Rows, int Dimension, int Classes, int Labels)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Rows:N0} × {Dimension} into {Classes:N0} classes, {Labels} label{(Labels == 1 ? "" : "s")} each");
}
