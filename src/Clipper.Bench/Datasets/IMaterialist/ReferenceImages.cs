using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets.IMaterialist;

/// <summary>The images of iMaterialist as the reference groups them (PROTOCOL Q11): where the image changes, the labels
/// of the new image's first row are lost; the last image is never stored; the picture of a support image, and the check
/// for grey ones, are looked up in the list of rows with the number of the image.</summary>
internal sealed class ReferenceImages
{
    private static readonly int[] _excludedByHand = [971, 2898, 2899];

    private readonly GreyImages _grey;
    private readonly HashSet<string> _excluded;

    /// <summary>Groups rows, whose images are ids.</summary>
    public ReferenceImages(IReadOnlyList<FashionSegment> rows, GreyImages grey)
    {
        _grey = grey;
        List<(string Image, SortedSet<int> Labels)> images = Group(rows);
        Samples =
        [
            .. images.Select((image, number) => new Sample(image.Image, [.. image.Labels])
            {
                SupportId = rows[number].Image,
            }),
        ];
        _excluded = [.. _excludedByHand.Where(number => number < images.Count).Select(number => images[number].Image)];
    }

    /// <summary>The images in the file's order.</summary>
    public IReadOnlyList<Sample> Samples { get; }

    /// <summary>Whether an image is one of three that are excluded by hand, or the row of its number is of a grey
    /// one.</summary>
    public bool Refuses(Sample sample) =>
        _excluded.Contains(sample.Id) || _grey.Contains(sample.SupportId ?? sample.Image);

    private static List<(string Image, SortedSet<int> Labels)> Group(IReadOnlyList<FashionSegment> rows)
    {
        var images = new List<(string Image, SortedSet<int> Labels)>();
        var stored = new HashSet<string>(StringComparer.Ordinal);
        string current = rows.Count > 0 ? rows[0].Image : "";
        var labels = new SortedSet<int>();
        foreach (FashionSegment row in rows)
        {
            if (row.Image == current)
            {
                labels.UnionWith(row.Labels);
                continue;
            }

            if (stored.Add(current))
            {
                images.Add((current, labels));
            }

            (current, labels) = (row.Image, []);
        }

        return images;
    }
}
