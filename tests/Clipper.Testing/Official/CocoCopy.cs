using System.Globalization;
using System.Text.Json;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small COCO: 160 images of 27 categories, with gaps in both kinds of ids. Every twentieth image is grey,
/// every 40th has no box, the last two are annotated but not there; some boxes are crowds, some thinner than a
/// pixel.</summary>
public static class CocoCopy
{
    /// <summary>Number of annotated images.</summary>
    public const int Images = 160;

    /// <summary>Annotated images that are not there.</summary>
    public const int Absent = 2;

    private const int Width = 40;
    private const int Height = 32;

    /// <summary>Official ids of the categories.</summary>
    public static readonly IReadOnlyList<int> Categories =
        [.. Enumerable.Range(1, 31).Where(id => id is not (12 or 26 or 29 or 30))];

    /// <summary>The number of image <paramref name="index"/>, from 0.</summary>
    public static int Id(int index) => 139 + (index * 37);

    /// <summary>The file of image <paramref name="index"/>.</summary>
    public static string File(int index) =>
        string.Create(CultureInfo.InvariantCulture, $"{Id(index):000000000000}.jpg");

    /// <summary>Whether an image is grey.</summary>
    public static bool IsGrey(int index) => index % 20 == 7;

    /// <summary>Places of an image's categories in <see cref="Categories"/>, one a box.</summary>
    public static IReadOnlyList<int> Labels(int index)
    {
        int first = index * 5 % Categories.Count;
        int[] others = [first + 1 + (index % 11), first + 14 + (index % 7)];
        return index % 40 == 11 ? [] : [first, .. others.Select(other => other % Categories.Count), first];
    }

    /// <summary>The pictures and the annotation file of a split.</summary>
    public static OfficialCopy Make(string split = "val2017")
    {
        var copy = new OfficialCopy();
        for (int i = 0; i < Images - Absent; i++)
        {
            int kind = Labels(i) is [var first, ..] ? first : 0;
            var picture = DrawnPicture.Of(kind, i, Width, Height, IsGrey(i) ? 1 : 3);
            copy.Add($"{split}/{File(i)}", JpegBytes.Of(picture));
        }

        return copy.Add($"annotations/instances_{split}.json", Annotations());
    }

    /// <summary>The annotation file: official keys, images in another order than their numbers.</summary>
    public static string Annotations() => JsonSerializer.Serialize(new
    {
        info = new { description = "COCO", year = 2017 },
        licenses = new[] { new { id = 1, name = "Attribution" } },
        images = Enumerable.Range(0, Images).Reverse().Select(i => new
        {
            license = 1,
            file_name = File(i),
            coco_url = "http://images",
            height = Height,
            width = Width,
            id = Id(i),
        }),
        annotations = Enumerable.Range(0, Images).SelectMany(i => Labels(i).Select((label, k) => Box(i, label, k))),
        categories = Categories.Select(id => new
        {
            supercategory = "thing",
            id,
            name = string.Create(CultureInfo.InvariantCulture, $"thing {id}"),
        }),
    });

    // Box 3 repeats the category of box 0; it is a crowd in every ninth image and too thin in every tenth.
    private static object Box(int image, int label, int k)
    {
        bool isCrowd = k == 3 && image % 9 == 0;
        double width = k == 3 && image % 10 == 1 ? 0.3 : 12.4;
        return new
        {
            segmentation = isCrowd ? (object)new { counts = new[] { 10, 20, 30 }, size = new[] { Height, Width } }
                : new[] { new[] { 1.5, 2.5, 3.5, 4.5, 5.5, 6.5 } },
            area = 100.5,
            iscrowd = isCrowd ? 1 : 0,
            image_id = Id(image),
            bbox = new[] { 1.2 + (7.3 * k), 2.6 + (k % 2), width, 20.9 },
            category_id = Categories[label],
            id = (image * 10) + k + 900000,
        };
    }
}
