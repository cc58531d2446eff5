namespace Clipper.Clip.Text.Cleaning;

/// <summary>The characters that wrongly decoded UTF-8 consists of, by their usual use, as the inside of a regular
/// expression's brackets.</summary>
/// <remarks>Data of ftfy 6.3.1 (Copyright 2023 Robyn Speer, Apache License 2.0, see LICENSE.ftfy.txt).</remarks>
internal static class MojibakeCategories
{
    /// <summary>Occur in many contexts; no sign of anything alone.</summary>
    public const string Common =
        "\u00a0\u00ad\u00b7\u00b4\u2013\u2014\u2015\u2026\u2019";

    /// <summary>C1 control characters.</summary>
    public const string C1 =
        "\u0080-\u009f";

    /// <summary>Hardly ever meant.</summary>
    public const string Bad =
        "\u00a6\u00a4\u00a8\u00ac\u00af\u00b8\u0192\u02c6\u02c7\u02d8\u02db\u02dc\u2020\u2021\u2030\u2310"
        + "\u25ca\ufffd\u00aa\u00ba";

    /// <summary>Signs of legal texts.</summary>
    public const string Law =
        "\u00b6\u00a7";

    /// <summary>Currency signs.</summary>
    public const string Currency =
        "\u00a2\u00a3\u00a5\u20a7\u20ac";

    /// <summary>Signs that open or stand before a word.</summary>
    public const string StartPunctuation =
        "\u00a1\u00ab\u00bf\u00a9\u0384\u0385\u2018\u201a\u201c\u201e\u2022\u2039\uf8ff";

    /// <summary>Signs that close or stand after a word.</summary>
    public const string EndPunctuation =
        "\u00ae\u00bb\u02dd\u201d\u203a\u2122";

    /// <summary>Signs that stand with numbers.</summary>
    public const string Numeric =
        "\u00b2\u00b3\u00b9\u00b1\u00bc\u00bd\u00be\u00d7\u00b5\u00f7\u2044\u2202\u2206\u220f\u2211\u221a"
        + "\u221e\u2229\u222b\u2248\u2260\u2261\u2264\u2265\u2116";

    /// <summary>Letters that faces are drawn with.</summary>
    public const string Kaomoji =
        "\u00d2-\u00d6\u00d9-\u00dc\u00f2-\u00f6\u00f8-\u00fc\u0150\u014c\u016a\u0172\u00b0";

    /// <summary>Accented capitals.</summary>
    public const string UpperAccented =
        "\u00c0-\u00d1\u00d8\u00dc\u00dd\u0102\u0100\u0104\u0106\u010c\u010e\u0110\u0118\u011a\u0112\u0116"
        + "\u011e\u0122\u0130\u012a\u0136\u0139\u013d\u0141\u013b\u0143\u0147\u0145\u0152\u0158\u015a\u015e"
        + "\u0160\u0162\u0164\u016e\u0170\u0178\u0179\u017b\u017d\u0490";

    /// <summary>Accented small letters.</summary>
    public const string LowerAccented =
        "\u00df\u00e0-\u00f1\u0103\u0105\u0101\u0107\u010d\u010f\u0111\u0119\u011b\u0113\u0117\u011f\u0123"
        + "\u012f\u012b\u0137\u013a\u013e\u0142\u013c\u0153\u0155\u015b\u015f\u0161\u0165\u00fc\u017a\u017c"
        + "\u017e\u0491\ufb01\ufb02";

    /// <summary>Capitals of alphabets that are common in their own right.</summary>
    public const string UpperCommon =
        "\u00de\u0391-\u03a9\u0386\u0388\u0389\u038a\u038c\u038e\u038f\u03aa\u03ab\u0401-\u042f";

    /// <summary>Small letters of such alphabets.</summary>
    public const string LowerCommon =
        "\u03b1-\u03c9\u03ac\u03ad\u03ae\u03af\u03b0\u0430-\u045f";

    /// <summary>Box drawing.</summary>
    public const string Box =
        "\u2502\u250c\u2510\u2518\u251c\u2524\u252c\u253c\u2550-\u256c\u2580\u2584\u2588\u258c\u2590\u2591"
        + "\u2592\u2593";
}
