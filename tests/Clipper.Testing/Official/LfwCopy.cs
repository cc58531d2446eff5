using System.Globalization;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small LFW: 26 people with 12 pictures, and as many with one.</summary>
public static class LfwCopy
{
    /// <summary>People of each kind.</summary>
    public const int People = 26;

    /// <summary>A person's name.</summary>
    public static string Name(int number) =>
        $"{(char)('A' + (number % People))}da_{(number < People ? "O'Hara" : "Zed")}";

    /// <summary>The pictures.</summary>
    public static OfficialCopy Make()
    {
        var copy = new OfficialCopy();
        for (int person = 0; person < 2 * People; person++)
        {
            for (int k = 1; k <= (person < People ? 12 : 1); k++)
            {
                string file = string.Create(CultureInfo.InvariantCulture, $"{Name(person)}_{k:0000}.jpg");
                copy.Add($"lfw/{Name(person)}/{file}", JpegBytes.Of(DrawnPicture.Of(person, k, 25, 25)));
            }
        }

        return copy;
    }
}
