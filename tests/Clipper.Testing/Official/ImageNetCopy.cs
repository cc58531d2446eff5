using System.Globalization;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>Small sets in folders of WordNet ids, as the variants of ImageNet have them: JPEG files under more than one
/// extension, some of them grey, with a README.</summary>
public static class ImageNetCopy
{
    /// <summary>A WordNet id.</summary>
    public static string Id(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"n{1440764 + (number * 1373):00000000}");

    /// <summary>What an id is called in words.</summary>
    public static string Name(int number) => string.Create(CultureInfo.InvariantCulture, $"kind {number}");

    /// <summary>ImageNet-A or ImageNet-R: <c>top/id/…</c> and <c>top/README.txt</c>.</summary>
    public static OfficialCopy Variant(string top, int classes = 27, int images = 10)
    {
        OfficialCopy copy = Folders(top + "/", 0, classes, images, "0.00{0}_digital clock _ wall.jpg");
        IEnumerable<string> names = Enumerable.Range(0, classes).Select(c => $"{Id(c)} {Name(c).Replace(' ', '_')}");
        return copy.Add($"{top}/README.txt", "Small copy.\r\n\r\n" + string.Join("\r\n", names) + "\r\n");
    }

    /// <summary>ImageNet-Sketch: <c>sketch/id/sketch_0.JPEG</c>.</summary>
    public static OfficialCopy Sketch(int classes = 50, int images = 10) =>
        Folders("sketch/", 0, classes, images, "sketch_{0}.JPEG");

    /// <summary>mini-ImageNet: <c>train</c>, <c>val</c> and <c>test</c>, without a class in common.</summary>
    public static OfficialCopy Mini(int classes = 25, int images = 10)
    {
        var copy = new OfficialCopy();
        foreach ((int part, string split) in new[] { "train", "val", "test" }.Index())
        {
            Folders(split + "/", part * classes, classes, images, "n0193011200000{0}.jpg", copy);
        }

        return copy;
    }

    /// <summary>Keras's mapping file for the first classes.</summary>
    public static string KerasIndex(int classes) => "{" + string.Join(", ", Enumerable.Range(0, classes).Select(
        c => $"\"{c}\": [\"{Id(c)}\", \"{Name(c).Replace(' ', '_')}\"]")) + "}";

    private static OfficialCopy Folders(
        string prefix, int first, int classes, int images, string name, OfficialCopy? copy = null)
    {
        copy ??= new OfficialCopy();
        for (int c = first; c < first + classes; c++)
        {
            for (int k = 0; k < images; k++)
            {
                var picture = DrawnPicture.Of(c, k, 40, 32, channels: k == 3 ? 1 : 3);
                copy.Add(
                    $"{prefix}{Id(c)}/{string.Format(CultureInfo.InvariantCulture, name, k)}", JpegBytes.Of(picture));
            }
        }

        return copy;
    }
}
