using System.Globalization;
using Clipper.Testing.Pictures;

namespace Clipper.Testing.Official;

/// <summary>A small Omniglot: five alphabets of six characters, 12 drawings of each, in one bit of grey.</summary>
public static class OmniglotCopy
{
    /// <summary>The drawings of a part.</summary>
    public static OfficialCopy Make(string part = "evaluation")
    {
        var copy = new OfficialCopy();
        for (int character = 0; character < 30; character++)
        {
            for (int k = 1; k <= 12; k++)
            {
                string file = string.Create(
                    CultureInfo.InvariantCulture,
                    $"character{(character % 6) + 1:00}/{character:0000}_{k:00}.png");
                copy.Add(
                    $"images_{part}/Alphabet_{(char)('A' + (character / 6))}/{file}",
                    PngBytes.Of(DrawnPicture.Of(character, k, 35, 35, channels: 1)));
            }
        }

        return copy;
    }
}
