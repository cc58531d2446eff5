using System.Globalization;
using System.Text;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small CelebA: 160 faces with 40 attributes, of which 120 are of the test split.</summary>
public static class CelebACopy
{
    /// <summary>Number of images.</summary>
    public const int Images = 160;

    /// <summary>The attributes, as many as the official ones and some with their names.</summary>
    public static readonly IReadOnlyList<string> Attributes =
    [
        "5_o_Clock_Shadow", "Arched_Eyebrows", "Bags_Under_Eyes",
        .. Enumerable.Range(3, 37).Select(a => string.Create(CultureInfo.InvariantCulture, $"Attribute_{a}")),
    ];

    /// <summary>The file of image <paramref name="number"/>, from 0.</summary>
    public static string File(int number) => string.Create(CultureInfo.InvariantCulture, $"{number + 1:000000}.jpg");

    /// <summary>Whether an image has an attribute.</summary>
    public static bool Has(int image, int attribute)
    {
        uint mixed = (uint)((image * 40) + attribute + 1) * 0x9E3779B1;
        return (mixed ^ (mixed >> 15)) % 5 > 2;
    }

    /// <summary>0 train, 1 val, 2 test.</summary>
    public static int Partition(int image) => Math.Min(image % 8, 2);

    /// <summary>The images, in the folder of the official name.</summary>
    public static OfficialCopy Pictures()
    {
        var copy = new OfficialCopy();
        for (int i = 0; i < Images; i++)
        {
            copy.Add($"img_align_celeba/{File(i)}", JpegBytes.Of(DrawnPicture.Of(i % 5, i, 18, 22)));
        }

        return copy;
    }

    /// <summary>The lists, which lie beside it.</summary>
    public static OfficialCopy Lists()
    {
        var attributes = new StringBuilder().Append(CultureInfo.InvariantCulture, $"{Images}\r\n")
            .Append(string.Join(' ', Attributes)).Append(" \r\n");
        var partition = new StringBuilder();
        for (int i = 0; i < Images; i++)
        {
            IEnumerable<string> values = Enumerable.Range(0, Attributes.Count).Select(a => Has(i, a) ? " 1" : "-1");
            attributes.Append(CultureInfo.InvariantCulture, $"{File(i)} {string.Join(' ', values)}\r\n");
            partition.Append(CultureInfo.InvariantCulture, $"{File(i)} {Partition(i)}\n");
        }

        return new OfficialCopy().Add("list_attr_celeba.txt", attributes.ToString())
            .Add("list_eval_partition.txt", partition.ToString());
    }
}
