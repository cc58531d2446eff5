using System.Globalization;
using System.Text;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small iMaterialist-Fashion: 150 images of three rows each, 30 attributes whose ids have gaps, two of them
/// of one name; masks of two pieces; grey images; a listed image that is not there.</summary>
public static class IMaterialistCopy
{
    /// <summary>Number of listed images.</summary>
    public const int Images = 150;

    /// <summary>Rows of an image.</summary>
    public const int RowsOfImage = 3;

    /// <summary>Number of attributes.</summary>
    public const int Attributes = 30;

    /// <summary>Pixels in a row of every picture.</summary>
    public const int Width = 36;

    /// <summary>Rows of every picture.</summary>
    public const int Height = 48;

    /// <summary>The id of an attribute by its place.</summary>
    public static int AttributeId(int place) => place + (place / 7 * 3);

    /// <summary>The ImageId of image <paramref name="index"/>.</summary>
    public static string Id(int index) => string.Create(CultureInfo.InvariantCulture, $"{index * 7919:x8}ed1ff0c4");

    /// <summary>Whether an image is grey.</summary>
    public static bool IsGrey(int index) => index % 25 == 3;

    /// <summary>Places of the attributes of a row; the third row of every image has none.</summary>
    public static IReadOnlyList<int> Labels(int image, int row) => row == 2 ? []
        : [.. new[] { (image * 7) + (row * 11), (image * image) + (image / 7) + (row * 5) }
            .Select(number => number % Attributes).Distinct().Order()];

    /// <summary>Everything but the last image, which is listed only.</summary>
    public static OfficialCopy Make()
    {
        var copy = new OfficialCopy();
        for (int i = 0; i < Images - 1; i++)
        {
            var picture = DrawnPicture.Of(Labels(i, 0)[0], i, Width, Height, IsGrey(i) ? 1 : 3);
            copy.Add($"train/{Id(i)}.jpg", JpegBytes.Of(picture));
        }

        return copy.Add("train.csv", Rows()).Add("label_descriptions.json", Descriptions());
    }

    /// <summary>The file of rows.</summary>
    public static string Rows()
    {
        var text = new StringBuilder("ImageId,EncodedPixels,Height,Width,ClassId,AttributesIds\n");
        for (int i = 0; i < Images; i++)
        {
            for (int row = 0; row < RowsOfImage; row++)
            {
                string ids = string.Join(',', Labels(i, row).Select(place => AttributeId(place)));
                string quoted = ids.Contains(',', StringComparison.Ordinal) ? $"\"{ids}\"" : ids;
                text.Append(
                    CultureInfo.InvariantCulture, $"{Id(i)},{Mask(row)},{Height},{Width},{(i + row) % 46},{quoted}\n");
            }
        }

        return text.ToString();
    }

    // Columns 4 to 9 of rows 10 to 29, and a piece of its own in column 20 + row: 1-based starts, columns first.
    private static string Mask(int row)
    {
        IEnumerable<string> block = Enumerable.Range(4, 6).Select(column => Run(column, 10, 20));
        return string.Join(' ', block.Append(Run(20 + row, 30, 8)));
    }

    private static string Run(int column, int top, int length) =>
        string.Create(CultureInfo.InvariantCulture, $"{(column * Height) + top + 1} {length}");

    private static string Descriptions()
    {
        IEnumerable<string> categories = Enumerable.Range(0, 46).Select(c => Description(c, $"category {c}", "body"));
        IEnumerable<string> attributes = Enumerable.Range(0, Attributes).Select(a =>
            Description(AttributeId(a), AttributeName(a), a < 20 ? "neckline" : "length"));
        return $$"""
            {"info":{"year":2019},"categories":[{{string.Join(',', categories)}}],
             "attributes":[{{string.Join(',', attributes)}}]}
            """;
    }

    private static string Description(int id, string name, string group) => string.Create(
        CultureInfo.InvariantCulture, $$"""{"id":{{id}},"name":"{{name}}","supercategory":"{{group}}","level":1}""");

    private static string AttributeName(int place) =>
        place is 4 or 24 ? "plain" : string.Create(CultureInfo.InvariantCulture, $"attribute {place}");
}
