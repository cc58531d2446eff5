using System.Text;

namespace Clipper.Clip.Text.Cleaning;

/// <summary>Full-width and half-width forms to the usual characters, and the ideographic space to a space.</summary>
internal static class Widths
{
    private const char FirstForm = '\uff01';
    private const char FirstOther = '\uff5f';
    private const int AsciiDistance = 0xfee0;

    // The only form that stands for two characters.
    private const char Macron = '\uffe3';
    private const string SpaceAndMacron = " \u0304";

    // U+FF5F to U+FFEE: their compatibility decompositions, or themselves.
    private const string Others =
        "\u2985\u2986\u3002\u300c\u300d\u3001\u30fb\u30f2\u30a1\u30a3\u30a5\u30a7\u30a9\u30e3\u30e5\u30e7"
        + "\u30c3\u30fc\u30a2\u30a4\u30a6\u30a8\u30aa\u30ab\u30ad\u30af\u30b1\u30b3\u30b5\u30b7\u30b9\u30bb"
        + "\u30bd\u30bf\u30c1\u30c4\u30c6\u30c8\u30ca\u30cb\u30cc\u30cd\u30ce\u30cf\u30d2\u30d5\u30d8\u30db"
        + "\u30de\u30df\u30e0\u30e1\u30e2\u30e4\u30e6\u30e8\u30e9\u30ea\u30eb\u30ec\u30ed\u30ef\u30f3\u3099"
        + "\u309a\u1160\u1100\u1101\u11aa\u1102\u11ac\u11ad\u1103\u1104\u1105\u11b0\u11b1\u11b2\u11b3\u11b4"
        + "\u11b5\u111a\u1106\u1107\u1108\u1121\u1109\u110a\u110b\u110c\u110d\u110e\u110f\u1110\u1111\u1112"
        + "\uffbf\uffc0\uffc1\u1161\u1162\u1163\u1164\u1165\u1166\uffc8\uffc9\u1167\u1168\u1169\u116a\u116b"
        + "\u116c\uffd0\uffd1\u116d\u116e\u116f\u1170\u1171\u1172\uffd8\uffd9\u1173\u1174\u1175\uffdd\uffde"
        + "\uffdf\u00a2\u00a3\u00ac\uffe3\u00a6\u00a5\u20a9\uffe7\u2502\u2190\u2191\u2192\u2193\u25a0\u25cb";

    /// <summary>The text in usual widths.</summary>
    public static string Normalize(string text)
    {
        var usual = new StringBuilder(text.Length);
        foreach (char c in text)
        {
            if (c == Macron)
            {
                usual.Append(SpaceAndMacron);
            }
            else
            {
                usual.Append(Usual(c));
            }
        }

        return usual.ToString();
    }

    private static char Usual(char c) => c switch
    {
        '\u3000' => ' ',
        >= FirstForm and < FirstOther => (char)(c - AsciiDistance),
        >= FirstOther when c - FirstOther < Others.Length => Others[c - FirstOther],
        _ => c,
    };
}
