using System.Globalization;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small Yale Faces: all 165 pictures, grey GIFs without extension, with the two oddly named files of the
/// official archive and, for two subjects, one picture under two conditions.</summary>
public static class YaleFacesCopy
{
    /// <summary>The conditions in ordinal order.</summary>
    public static readonly IReadOnlyList<string> Conditions =
    [
        "centerlight", "glasses", "happy", "leftlight", "noglasses", "normal", "rightlight", "sad", "sleepy",
        "surprised", "wink",
    ];

    /// <summary>The files, in the folder of the official name.</summary>
    public static OfficialCopy Make()
    {
        var copy = new OfficialCopy().Add("yalefaces/Readme.txt", "Yale Face Database");
        for (int subject = 1; subject <= 15; subject++)
        {
            for (int c = 0; c < Conditions.Count; c++)
            {
                bool isCopied = subject is 2 or 3 && Conditions[c] is ("normal" or "noglasses");
                byte[] picture = Picture(subject, isCopied ? Conditions.Count : c);
                string end = subject == 1 && c == 0 ? "gif" : Conditions[c];
                copy.Add(
                    string.Create(CultureInfo.InvariantCulture, $"yalefaces/subject{subject:00}.{end}"),
                    picture);
            }
        }

        return copy.Add("yalefaces/subject01.glasses.gif", Picture(1, 1));
    }

    private static byte[] Picture(int subject, int condition) =>
        GifBytes.Of(DrawnPicture.Of(subject, condition, 32, 24, channels: 1));
}
