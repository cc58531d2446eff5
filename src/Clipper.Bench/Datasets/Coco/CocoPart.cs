using Clipper.Bench.Datasets.Storage;

namespace Clipper.Bench.Datasets.Coco;

/// <summary>The samples of one split of COCO.</summary>
/// <param name="annotations">Its annotations.</param>
/// <param name="files">Its images.</param>
/// <param name="asPaper">Whether crowds are boxes like others, which a label list without that word cannot tell
/// apart.</param>
internal sealed class CocoPart(CocoAnnotations annotations, ImageFolder files, bool asPaper)
{
    /// <summary>What is annotated.</summary>
    public CocoAnnotations Annotations => annotations;

    /// <summary>The images.</summary>
    public ImageFolder Files => files;

    /// <summary>Annotated images that are not there.</summary>
    public int Absent { get; private set; }

    /// <summary>Boxes that are no samples.</summary>
    public int Unusable { get; private set; }

    /// <summary>One sample an image, with its categories and how many objects of each it has (crowds count as
    /// one).</summary>
    /// <param name="categories">Numbers of the categories, in the order of the classes.</param>
    public IReadOnlyList<Sample> Images(long[] categories)
    {
        var samples = new List<Sample>();
        foreach ((_, string id, IEnumerable<CocoBox> boxes) in Present())
        {
            (int Label, int Count)[] counts =
            [
                .. boxes.GroupBy(box => Array.BinarySearch(categories, box.Category)).OrderBy(group => group.Key)
                    .Select(group => (group.Key, group.Count())),
            ];
            if (counts.Length > 0)
            {
                samples.Add(new Sample(id, [.. counts.Select(c => c.Label)])
                {
                    Instances = [.. counts.Select(c => c.Count)],
                });
            }
        }

        return samples;
    }

    /// <summary>One sample a box, with its category.</summary>
    /// <param name="categories">Numbers of the categories, in the order of the classes.</param>
    public IReadOnlyList<Sample> Boxes(long[] categories)
    {
        var samples = new PartSamples();
        foreach ((CocoImage image, string id, IEnumerable<CocoBox> boxes) in Present())
        {
            foreach (CocoBox box in boxes)
            {
                if ((box.IsCrowd && !asPaper) || box.Region(image) is not { } region)
                {
                    Unusable++;
                }
                else
                {
                    samples.Add(id, region, [Array.BinarySearch(categories, box.Category)]);
                }
            }
        }

        return samples.Samples;
    }

    private IEnumerable<(CocoImage Image, string Id, IEnumerable<CocoBox> Boxes)> Present()
    {
        ILookup<long, CocoBox> boxes = annotations.Boxes.ToLookup(box => box.Image);
        foreach (CocoImage image in annotations.Images)
        {
            if (files.Find(image.File) is { } id)
            {
                yield return (image, id, boxes[image.Id]);
            }
            else
            {
                Absent++;
            }
        }
    }
}
