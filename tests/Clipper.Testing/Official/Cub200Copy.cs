using System.Globalization;
using System.Text;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small CUB-200-2011: 26 birds of 20 images, every other one for training, some grey, with the lists above
/// their folder.</summary>
public static class Cub200Copy
{
    /// <summary>Number of kinds.</summary>
    public const int Birds = 26;

    /// <summary>Images of a kind.</summary>
    public const int Images = 20;

    /// <summary>A kind's folder.</summary>
    public static string Bird(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{number + 1:000}.Small_{(char)('a' + number)}_Bird");

    /// <summary>The files, in the folder of the official name.</summary>
    public static OfficialCopy Make()
    {
        var copy = new OfficialCopy();
        var images = new StringBuilder();
        var split = new StringBuilder();
        for (int i = 0; i < Birds * Images; i++)
        {
            (int bird, int k) = (i / Images, i % Images);
            string file = string.Create(CultureInfo.InvariantCulture, $"{Bird(bird)}/Small_Bird_{k:0000}_{i}.jpg");
            copy.Add(
                $"CUB_200_2011/images/{file}",
                JpegBytes.Of(DrawnPicture.Of(bird, k, 24, 20, channels: k == 5 ? 1 : 3)));
            images.Append(CultureInfo.InvariantCulture, $"{i + 1} {file}\n");
            split.Append(CultureInfo.InvariantCulture, $"{i + 1} {k % 2}\n");
        }

        return copy.Add("CUB_200_2011/images.txt", images.ToString())
            .Add("CUB_200_2011/train_test_split.txt", split.ToString())
            .Add("CUB_200_2011/README", "Small copy.");
    }
}
