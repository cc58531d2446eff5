namespace Clipper.Bench.Datasets.Recipes;

/// <summary>An official file of a data set.</summary>
public sealed record RecipeFile
{
    /// <summary>File name below the data set's folder.</summary>
    public string Name { get; init; } = "";

    /// <summary>Bytes; null where the authors do not say.</summary>
    public long? Size { get; init; }

    /// <summary>Lower-case hexadecimal SHA-256; null where it is not known.</summary>
    public string? Sha256 { get; init; }

    /// <summary>Folder that <c>prepare</c> unpacks it to, because it cannot be read in place; null where it
    /// can.</summary>
    public string? UnpacksTo { get; init; }

    /// <summary>The file that it may stand for; null where it is needed itself.</summary>
    public string? AlternativeTo { get; init; }

    /// <summary>Official address; null where a form or a licence stands before it.</summary>
    public string? Origin { get; init; }
}
