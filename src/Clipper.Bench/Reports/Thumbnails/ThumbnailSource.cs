using Clipper.Bench.Datasets;
using Clipper.Bench.Datasets.Recipes;

namespace Clipper.Bench.Reports.Thumbnails;

/// <summary>Where thumbnails get their images from: the data sets of a run, as far as they are here and their terms
/// allow.</summary>
/// <param name="datasets">The data sets.</param>
/// <param name="manifests">The manifest hashes that they must have, by data set and form; null = any.</param>
internal sealed class ThumbnailSource(
    IReadOnlyList<IDataset> datasets, IReadOnlyDictionary<string, string>? manifests = null)
{
    /// <summary>Why copies of a data set's images may not be made; null where they may. Data sets without a recipe are
    /// the user's own files.</summary>
    public static string? Refusal(string dataset) =>
        DatasetRecipe.Find(dataset) is { Licence: { Redistribution: false } licence }
            ? $"its terms do not allow copies to be passed on ({licence.Name})"
            : null;

    /// <summary>The data set of some cells, or why its images are not shown.</summary>
    public (IDataset? Dataset, string Reason) Find(string name, string variant)
    {
        if (Refusal(name) is { } refusal)
        {
            return (null, refusal);
        }

        IDataset[] found = [.. datasets.Where(each => each.Name == name && each.Variant == variant)];
        return found switch
        {
            [] => (null, "its images are not here"),
            [var only] when IsThatOfTheRun(only) => (only, ""),
            [_] => (null, "the images here are not those of the run"),
            _ => (null, "the run has several data sets of this name"),
        };
    }

    private bool IsThatOfTheRun(IDataset dataset) =>
        manifests is null || manifests.GetValueOrDefault($"{dataset.Name} {dataset.Variant}") == dataset.ManifestHash;
}
