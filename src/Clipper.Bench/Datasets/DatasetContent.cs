using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets;

/// <summary>What a reader found.</summary>
/// <param name="Variant">Name of the variant in records.</param>
/// <param name="IsMultiLabel">Whether a sample can have several labels.</param>
/// <param name="Classes">Class names in the data set's own order.</param>
/// <param name="Samples">Samples in loader order; their ids are names in <paramref name="Images"/>.</param>
/// <param name="Images">Where the encoded images are.</param>
internal sealed record DatasetContent(
    string Variant, bool IsMultiLabel, IReadOnlyList<string> Classes, IReadOnlyList<Sample> Samples,
    IImageStore Images);
