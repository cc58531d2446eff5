namespace Clipper.Bench.Reports.Thumbnails;

/// <summary>An image that is wrong often, or why those of a data set are not shown.</summary>
/// <param name="Dataset">The data set.</param>
/// <param name="Variant">Its form.</param>
/// <param name="Sample">The sample; empty where <paramref name="Reason"/> is about the whole data set.</param>
/// <param name="Labels">Its labels, joined with semicolons.</param>
/// <param name="Predicted">The wrong answer that was given most often, joined likewise; empty = no class.</param>
/// <param name="Shown">How often it was a query, over all episodes of all cells.</param>
/// <param name="Wrong">How often it was answered wrongly.</param>
/// <param name="File">The picture's file, relative to the folder of thumbnails; empty where there is none.</param>
/// <param name="Reason">Why there is no picture; empty where there is one.</param>
public sealed record Thumbnail(
    string Dataset, string Variant, string Sample, string Labels, string Predicted, int Shown, int Wrong, string File,
    string Reason)
{
    /// <summary>The picture, a PNG file; empty where there is none.</summary>
    public ReadOnlyMemory<byte> Png { get; init; }

    /// <summary>Data set and form.</summary>
    public string DatasetName => $"{Dataset} {Variant}".TrimEnd();

    /// <summary>Those of several runs: an image that several have is counted over all of them.</summary>
    internal static IReadOnlyList<Thumbnail> Join(IEnumerable<Thumbnail> thumbnails) =>
    [
        .. from same in thumbnails.GroupBy(each => (each.Dataset, each.Variant, each.Sample))
           let wrong = same.Sum(each => each.Wrong)
           orderby wrong descending
           select same.First() with { Shown = same.Sum(each => each.Shown), Wrong = wrong },
    ];

    /// <summary>Why the images of a data set are not shown.</summary>
    internal static Thumbnail Without(string dataset, string variant, string reason) =>
        new(dataset, variant, "", "", "", 0, 0, "", reason);
}
