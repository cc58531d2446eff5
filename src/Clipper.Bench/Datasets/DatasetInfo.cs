namespace Clipper.Bench.Datasets;

/// <summary>A line of <c>datasets list</c>.</summary>
/// <param name="Name">Name in configuration.</param>
/// <param name="Description">One line.</param>
/// <param name="Variants">Allowed variants; the first is the default.</param>
/// <param name="IsMultiLabel">Whether its default variant is multi-label.</param>
/// <param name="FoundAt">Where its files were found, or null.</param>
/// <param name="Expected">Where they are looked for.</param>
/// <param name="Splits">Allowed splits; the first is the default.</param>
public sealed record DatasetInfo(
    string Name, string Description, IReadOnlyList<string> Variants, bool IsMultiLabel, string? FoundAt,
    string Expected, IReadOnlyList<string> Splits)
{
    /// <summary>Whether its pictures are drawn and not read.</summary>
    public bool IsGenerated { get; init; }
}
