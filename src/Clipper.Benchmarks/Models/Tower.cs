namespace Clipper.Benchmarks.Models;

/// <summary>A vision tower of CLIP's sizes with random weights.</summary>
/// <param name="Name">CLIP's name.</param>
/// <param name="Recipe">The model in words that <c>--model</c> takes.</param>
/// <param name="GigaOperations">Operations of an image, two a multiplication, of the whole tower (the last block of
/// ours computes the class token alone).</param>
public sealed record Tower(string Name, string Recipe, double GigaOperations)
{
    /// <summary>ViT-B/32.</summary>
    public static Tower B32 { get; } =
        new("ViT-B/32", "random:0:image=224,patch=32,width=768,layers=12,embedding=512", 8.82);

    /// <summary>ViT-B/16.</summary>
    public static Tower B16 { get; } =
        new("ViT-B/16", "random:0:image=224,patch=16,width=768,layers=12,embedding=512", 35.1);

    /// <summary>ViT-L/14.</summary>
    public static Tower L14 { get; } =
        new("ViT-L/14", "random:0:image=224,patch=14,width=1024,layers=24,embedding=768", 162.0);

    /// <summary>So small that preparing its images takes longer.</summary>
    public static Tower Tiny { get; } =
        new("tiny/32", "random:0:image=224,patch=32,width=192,layers=4,heads=3,embedding=64", 0.2);

    /// <inheritdoc />
    public override string ToString() => Name;
}
