using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.IMaterialist;

/// <summary>iMaterialist-Fashion 2020 (PROTOCOL 2.4): <c>train.csv</c> and <c>label_descriptions.json</c> beside the
/// images in <c>train/</c> or <c>train.zip</c>. Labels are the 294 attributes. Variant full: an image with the
/// attributes of all its rows. Variant patch: a row with any attribute, cropped to its mask's rectangle. As the paper
/// both repeat the reference's defects (<see cref="ReferenceImages"/>, <see
/// cref="RunLengths.ReferenceBox"/>).</summary>
internal sealed class IMaterialistReader : IDatasetReader
{
    private const string Folder = "train";
    private const string Rows = "train.csv";
    private const string Descriptions = "label_descriptions.json";
    private const string Patch = "patch";

    public string Name => "imaterialist";

    public string Description =>
        "iMaterialist-Fashion 2020: clothes with 294 attributes; whole images, or one crop a mask";

    public IReadOnlyList<string> Variants { get; } = ["full", Patch];

    public bool IsMultiLabel => true;

    public bool IsGenerated => false;

    public bool IsFoundAt(string root) =>
        File.Exists(Path.Combine(root, Rows)) && ImageFolder.Locate(Folder, root) is not null;

    public DatasetContent Read(DatasetSource source)
    {
        string path = ImageFolder.Locate(Folder, source.Root) ?? source.Root;
        var attributes = FashionAttributes.Read(Path.Combine(source.Root, Descriptions));
        IReadOnlyList<FashionSegment> all =
            FashionSegments.Read(Path.Combine(source.Root, Rows), attributes, source.AsPaper);
        var files = ImageFolder.Open(path, Folder, source.Options);
        List<FashionSegment> rows = Present(all, files, source);
        var grey = new GreyImages(files.Store);
        DatasetContent content = source.Variant == Patch
            ? new(Patch, true, attributes.Names, Crops(rows, source.AsPaper), files.Store)
            {
                Refuses = source.AsPaper ? grey.Contains : null,
            }
            : Full(rows, attributes, files.Store, source.AsPaper ? grey : null);
        return content.Samples.Count > 0 ? content : throw new DataFileException(path, $"holds no image of {Rows}.");
    }

    // From here on a row's image is an id.
    private static List<FashionSegment> Present(
        IReadOnlyList<FashionSegment> rows, ImageFolder files, DatasetSource source)
    {
        var present = new List<FashionSegment>(rows.Count);
        var absent = new HashSet<string>(StringComparer.Ordinal);
        foreach (FashionSegment row in rows)
        {
            if (files.Find(row.Image) is { } id)
            {
                present.Add(row with { Image = id });
            }
            else
            {
                absent.Add(row.Image);
            }
        }

        if (absent.Count > 0)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{source.Root}: {absent.Count} images of {Rows} are not there and left out."));
        }

        return present;
    }

    private static DatasetContent Full(
        List<FashionSegment> rows, FashionAttributes attributes, IImageStore store, GreyImages? grey)
    {
        if (grey is not null)
        {
            var reference = new ReferenceImages(rows, grey);
            return new("full", true, attributes.Names, reference.Samples, store) { Refuses = reference.Refuses };
        }

        Sample[] samples =
        [
            .. rows.GroupBy(row => row.Image, StringComparer.Ordinal)
                .Select(image => new Sample(image.Key, [.. image.SelectMany(row => row.Labels).Distinct().Order()])),
        ];
        return new("full", true, attributes.Names, samples, store);
    }

    // The reference drew from the first half of the rows; grey images, which it drops before it halves them, are
    // refused when they are drawn, so that they need not all be looked at.
    private static IReadOnlyList<Sample> Crops(List<FashionSegment> rows, bool asPaper)
    {
        var samples = new PartSamples();
        foreach (FashionSegment row in asPaper ? rows.Take(rows.Count / 2) : rows)
        {
            if (row.Labels.Length > 0)
            {
                samples.Add(row.Image, row.Box, row.Labels);
            }
        }

        return samples.Samples;
    }
}
