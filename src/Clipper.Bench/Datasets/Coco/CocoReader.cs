using System.Globalization;
using Clipper.Bench.Datasets.Storage;
using Clipper.Core.Errors;

namespace Clipper.Bench.Datasets.Coco;

/// <summary>MS-COCO 2017 (PROTOCOL 2.4): <c>annotations/instances_&lt;split&gt;.json</c> beside the images in
/// <c>&lt;split&gt;/</c> or <c>&lt;split&gt;.zip</c>. Variant full: an image, its labels the categories in it. Variant
/// patch: a box, its label the category. Images are in order of their numbers, boxes in the file's order; images that
/// are not there, and those without a box, are left out.</summary>
internal sealed class CocoReader : IDatasetReader
{
    private const string Patch = "patch";

    public string Name => "coco";

    public string Description => "MS-COCO 2017: 80 categories of objects; whole images, or one crop a box";

    public IReadOnlyList<string> Variants { get; } = ["full", Patch];

    public IReadOnlyList<string> Splits { get; } = ["val2017", "train2017"];

    public string PaperSplit => "train2017";

    public bool IsMultiLabel => true;

    public bool IsGenerated => false;

    public bool IsFoundAt(string root) => Splits.Any(split => IsPresent(root, split));

    public DatasetContent Read(DatasetSource source)
    {
        string[] present = [.. Splits.Where(split => IsPresent(source.Root, split))];
        string[] wanted = source.Split == Datasets.Splits.All ? present : [source.Split];
        if (wanted.FirstOrDefault(split => !present.Contains(split)) is { } missing)
        {
            throw new DataFileException(
                source.Root, $"has no {missing}: expected {missing}/ (or {missing}.zip) and "
                + $"annotations/instances_{missing}.json. There: {string.Join(", ", present)}; name it as the split.");
        }

        var parts = new List<CocoPart>();
        foreach (string split in wanted)
        {
            string path = ImageFolder.Locate(split, source.Root) ?? source.Root;
            parts.Add(new CocoPart(
                CocoAnnotations.Read(Annotations(source.Root, split)),
                ImageFolder.Open(path, split, source.Options), source.AsPaper));
        }

        return Join(parts, source);
    }

    private static DatasetContent Join(List<CocoPart> parts, DatasetSource source)
    {
        SortedDictionary<long, string> categories = [];
        foreach ((long number, string name) in parts.SelectMany(part => part.Annotations.Categories))
        {
            categories[number] = name;
        }

        long[] numbers = [.. categories.Keys];
        Sample[] samples =
        [
            .. parts.SelectMany(part => source.Variant == Patch ? part.Boxes(numbers) : part.Images(numbers)),
        ];
        if (samples.Length == 0)
        {
            throw new DataFileException(source.Root, $"holds no image with a box of {source.Split}.");
        }

        Warn(parts, source);
        IImageStore store = parts.Count == 1 ? parts[0].Files.Store : StoreOf(parts, source.Root);
        return new(source.Variant, source.Variant != Patch, [.. categories.Values], samples, store)
        {
            DrawsImages = source.Variant == Patch,
            Refuses = source.AsPaper ? new GreyImages(store).Contains : null,
        };
    }

    private static JoinedStore StoreOf(List<CocoPart> parts, string root)
    {
        var store = new JoinedStore(root);
        foreach (ImageFolder files in parts.Select(part => part.Files))
        {
            store.Own(files.Store);
            foreach (string id in files.Ids)
            {
                store.Add(id, files.Store, id);
            }
        }

        return store;
    }

    private static void Warn(List<CocoPart> parts, DatasetSource source)
    {
        int absent = parts.Sum(part => part.Absent);
        int boxes = parts.Sum(part => part.Unusable);
        if (absent > 0)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{source.Root}: {absent} of {parts.Sum(part => part.Annotations.Images.Count)} annotated images are "
                + $"not there and left out."));
        }

        if (boxes > 0)
        {
            source.Warn(string.Create(
                CultureInfo.InvariantCulture,
                $"{source.Root}: {boxes} boxes are left out (crowds, or no whole pixel inside the image)."));
        }
    }

    private static bool IsPresent(string root, string split) =>
        File.Exists(Annotations(root, split)) && ImageFolder.Locate(split, root) is not null;

    private static string Annotations(string root, string split) =>
        Path.Combine(root, "annotations", $"instances_{split}.json");
}
