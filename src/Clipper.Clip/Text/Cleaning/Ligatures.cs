using System.Text;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Takes apart ligatures and digraphs of Latin letters that text has by accident; not æ and the
/// like.</summary>
/// <remarks>The list of ftfy 6.3.1 (Copyright 2023 Robyn Speer, Apache License 2.0, see LICENSE.ftfy.txt).</remarks>
internal static class Ligatures
{
    private static readonly Dictionary<char, string> Letters = new()
    {
        ['\u0132'] = "IJ",
        ['\u0133'] = "ij",
        ['\u0149'] = "\u02bcn",
        ['\u01f1'] = "DZ",
        ['\u01f2'] = "Dz",
        ['\u01f3'] = "dz",
        ['\u01c4'] = "D\u017d",
        ['\u01c5'] = "D\u017e",
        ['\u01c6'] = "d\u017e",
        ['\u01c7'] = "LJ",
        ['\u01c8'] = "Lj",
        ['\u01c9'] = "lj",
        ['\u01ca'] = "NJ",
        ['\u01cb'] = "Nj",
        ['\u01cc'] = "nj",
        ['\ufb00'] = "ff",
        ['\ufb01'] = "fi",
        ['\ufb02'] = "fl",
        ['\ufb03'] = "ffi",
        ['\ufb04'] = "ffl",
        ['\ufb05'] = "\u017ft",
        ['\ufb06'] = "st",
    };

    /// <summary>The text with the letters of its ligatures.</summary>
    public static string Split(string text)
    {
        var split = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (Letters.TryGetValue(c, out string? letters))
            {
                split.Append(letters);
            }
            else
            {
                split.Append(c);
            }
        }

        return split.ToString();
    }
}
