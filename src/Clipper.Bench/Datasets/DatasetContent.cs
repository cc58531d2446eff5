using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets;

/// <summary>What a reader found.</summary>
/// <param name="Variant">Name of the variant in records; the catalogue adds the split.</param>
/// <param name="IsMultiLabel">Whether a sample can have several labels.</param>
/// <param name="Classes">Class names in the data set's own order; none twice.</param>
/// <param name="Samples">Samples in loader order; their ids are names in <paramref name="Images"/>.</param>
/// <param name="Images">Where the encoded images are.</param>
internal sealed record DatasetContent(
    string Variant, bool IsMultiLabel, IReadOnlyList<string> Classes, IReadOnlyList<Sample> Samples,
    IImageStore Images)
{
    /// <summary>What the classes are called in words, for prompts; their names where the data set has no others. Two
    /// may be equal (ImageNet has two kinds of crane).</summary>
    public IReadOnlyList<string> ClassNames { get; init; } = Classes;

    /// <summary>Whether <see cref="ClassNames"/> say in words what is to be seen.</summary>
    public bool HasWords { get; init; } = true;

    /// <summary>Whether episodes draw images, of which parts then are the samples.</summary>
    public bool DrawsImages { get; init; }

    /// <summary>Which samples are refused whenever they are drawn; null = none.</summary>
    public Func<Sample, bool>? Refuses { get; init; }
}
