using Clipper.Clip.Imaging;

namespace Clipper.Bench.Datasets;

/// <summary>One image of a data set, or a part of one.</summary>
/// <param name="Id">Path inside the official layout, with '/' separators; of a part <c>path#x,y,w,h</c>;
/// unique.</param>
/// <param name="Labels">Indices into the data set's classes, ascending.</param>
public sealed record Sample(string Id, IReadOnlyList<int> Labels)
{
    /// <summary>Path of the image file inside the official layout.</summary>
    public string Image { get; init; } = Id;

    /// <summary>The part of the image that is the sample; null = all of it.</summary>
    public ImageRegion? Region { get; init; }

    /// <summary>How often each of <see cref="Labels"/> is annotated in the sample (boxes of a category); null = once.
    /// The reference lists an image once for every instance (PROTOCOL 4.4).</summary>
    public IReadOnlyList<int>? Instances { get; init; }

    /// <summary>Id of the sample whose picture the reference embeds in place of this one's where it is support
    /// (PROTOCOL Q11); null = its own.</summary>
    public string? SupportId { get; init; }

    /// <summary>What the image was taken from, where several samples share one (a video, a person's sitting); samples
    /// of one source in support and query make a result too good. Null where every sample is its own source.</summary>
    public string? Source { get; init; }

    /// <summary>A part of an image, named by it.</summary>
    public static Sample Part(string image, ImageRegion region, IReadOnlyList<int> labels) =>
        new($"{image}#{region}", labels) { Image = image, Region = region };
}
