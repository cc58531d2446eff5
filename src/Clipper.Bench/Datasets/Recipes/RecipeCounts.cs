namespace Clipper.Bench.Datasets.Recipes;

/// <summary>What a variant holds when it is complete.</summary>
public sealed record RecipeCounts
{
    /// <summary>Number of classes.</summary>
    public int Classes { get; init; }

    /// <summary>Number of images.</summary>
    public int Images { get; init; }
}
