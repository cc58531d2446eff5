using System.Globalization;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small SUN397: 27 scenes of 22 images, every fifth scene in a folder deeper, with the lists of the first
/// partition beside it.</summary>
public static class Sun397Copy
{
    /// <summary>Number of scenes.</summary>
    public const int Scenes = 27;

    /// <summary>Images of a scene.</summary>
    public const int Images = 22;

    /// <summary>A scene below its letter.</summary>
    public static string Scene(int number) => string.Create(
        CultureInfo.InvariantCulture,
        $"some_{(char)('a' + (number / 2))}{number}{(number % 5 == 0 ? "/outdoor" : "")}");

    /// <summary>The images and the lists.</summary>
    public static OfficialCopy Make()
    {
        var copy = new OfficialCopy();
        for (int scene = 0; scene < Scenes; scene++)
        {
            for (int k = 0; k < Images; k++)
            {
                copy.Add("SUN397" + File(scene, k), JpegBytes.Of(DrawnPicture.Of(scene, k, 24, 20)));
            }
        }

        IEnumerable<string> names = Enumerable.Range(0, Scenes).Select(scene => $"/s/{Scene(scene)}\n");
        return copy.Add("SUN397/ClassName.txt", string.Concat(names))
            .Add("Testing_01.txt", Lines(0, 10)).Add("Training_01.txt", Lines(10, 10));
    }

    private static string File(int scene, int number) =>
        string.Create(CultureInfo.InvariantCulture, $"/s/{Scene(scene)}/sun_a{number:00}.jpg");

    private static string Lines(int first, int count) => string.Concat(
        from scene in Enumerable.Range(0, Scenes)
        from k in Enumerable.Range(first, count)
        select File(scene, k) + "\n");
}
