using System.Globalization;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small UTKFace: 300 faces of all ages, one of them without the race in its name, and a file that is no
/// picture.</summary>
public static class UtkFaceCopy
{
    /// <summary>An official name whose race is missing.</summary>
    public const string WithoutRace = "61_1_20170109142408075.jpg.chip.jpg";

    /// <summary>The files, in the folder of the official name.</summary>
    public static OfficialCopy Make(int images = 299)
    {
        var copy = new OfficialCopy();
        for (int i = 0; i < images; i++)
        {
            string name = string.Create(
                CultureInfo.InvariantCulture,
                $"{1 + (i * 37 % 116)}_{i / 3 % 2}_{i * 3 % 5}_201701161734{i:00000}.jpg.chip.jpg");
            copy.Add($"UTKFace/{name}", JpegBytes.Of(DrawnPicture.Of(i % 7, i, 20, 20)));
        }

        return copy.Add($"UTKFace/{WithoutRace}", JpegBytes.Of(DrawnPicture.Of(1, 999, 20, 20)))
            .Add("UTKFace/notes.txt", "not a face");
    }
}
