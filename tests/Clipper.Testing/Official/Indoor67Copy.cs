using System.Globalization;
using System.Text;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small MIT-67: 27 scenes of 24 images, 10 of each in the test list, 12 in the training list, two in none.
/// One image is a PNG under the name of a JPEG, some are grey, some names have a space.</summary>
public static class Indoor67Copy
{
    /// <summary>Number of scenes.</summary>
    public const int Scenes = 27;

    /// <summary>Images of a scene.</summary>
    public const int Images = 24;

    /// <summary>A scene's folder.</summary>
    public static string Scene(int number) => string.Create(CultureInfo.InvariantCulture, $"scene_{number:00}");

    /// <summary>An image's file.</summary>
    public static string File(int scene, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"{Scene(scene)}/int{(number % 5 == 0 ? " " : "")}{number:00}.jpg");

    /// <summary>The images and, beside their folder, the lists, with lines that end as on Windows.</summary>
    public static OfficialCopy Make()
    {
        var copy = new OfficialCopy();
        for (int scene = 0; scene < Scenes; scene++)
        {
            for (int k = 0; k < Images; k++)
            {
                var picture = DrawnPicture.Of(scene, k, 24, 20, channels: k == 3 ? 1 : 3);
                byte[] bytes = (scene, k) == (1, 1) ? PngBytes.Of(picture) : JpegBytes.Of(picture);
                copy.Add($"Images/{File(scene, k)}", bytes);
            }
        }

        return copy.Add("TestImages.txt", Lines(0, 10)).Add("TrainImages.txt", Lines(10, 12));
    }

    private static string Lines(int first, int count)
    {
        IEnumerable<string> files =
            from scene in Enumerable.Range(0, Scenes).Reverse()
            from k in Enumerable.Range(first, count)
            select File(scene, k);
        return new StringBuilder().AppendJoin("\r\n", files).ToString();
    }
}
