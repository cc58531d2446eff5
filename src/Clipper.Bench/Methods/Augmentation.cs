using Clipper.Bench.Configuration;

namespace Clipper.Bench.Methods;

/// <summary>Copies of support images, which take part in the class mean and in training (PROTOCOL section 7).</summary>
/// <param name="Kind">What the copies are.</param>
/// <param name="Copies">Copies of every image beside itself; 0 without augmentation.</param>
/// <param name="Seed">Of the random numbers that change them.</param>
public sealed record Augmentation(AugmentationKind Kind, int Copies, int Seed)
{
    /// <summary>No copies.</summary>
    public static Augmentation None { get; } = new(AugmentationKind.None, 0, 0);

    /// <summary>Name of the kind in configuration and in the <c>augment</c> column of records.</summary>
    public string Name => Kind switch
    {
        AugmentationKind.None => "none",
        AugmentationKind.Trivial => "trivial",
        AugmentationKind.Nontrivial => "nontrivial",
        _ => throw new InvalidOperationException($"Unknown kind of augmentation {Kind}."),
    };

    /// <summary>The options as YAML on one line.</summary>
    internal string Yaml => YamlText.Map(
    [
        new("kind", Name),
        .. Kind == AugmentationKind.None ? [] : new[] { KeyValuePair.Create("copies", YamlText.Of(Copies)) },
        .. Kind == AugmentationKind.Nontrivial ? new[] { KeyValuePair.Create("seed", YamlText.Of(Seed)) } : [],
    ]);
}
