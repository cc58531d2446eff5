namespace Clipper.Bench.Datasets.Recipes;

/// <summary>Terms of a data set.</summary>
public sealed record RecipeLicence
{
    /// <summary>Name of the licence, or what the authors say in its place.</summary>
    public string Name { get; init; } = "";

    /// <summary>Whether copies may be passed on.</summary>
    public bool Redistribution { get; init; }
}
