namespace Clipper.Clip.Text.Cleaning;

/// <summary>Text as it was meant: what <c>ftfy.fix_text</c> does with its defaults, line by line.</summary>
/// <remarks>After ftfy 6.3.1 (Copyright 2023 Robyn Speer, Apache License 2.0, see LICENSE.ftfy.txt).</remarks>
internal static class TextRepair
{
    private const int LongestSegment = 1_000_000;

    /// <summary>The repaired text.</summary>
    public static string Fix(string text)
    {
        var segments = new List<string>();
        bool mayHoldEntities = true;
        for (int at = 0; at < text.Length;)
        {
            int end = SegmentEnd(text, at);
            string segment = text[at..end];
            // With a '<' the text is HTML itself, and so is what follows it.
            mayHoldEntities &= !segment.Contains('<', StringComparison.Ordinal);
            segments.Add(FixSegment(segment, mayHoldEntities));
            at = end;
        }

        return string.Concat(segments);
    }

    private static int SegmentEnd(string text, int start)
    {
        int lineFeed = text.IndexOf('\n', start);
        int end = lineFeed < 0 ? text.Length : lineFeed + 1;
        if (end - start <= LongestSegment)
        {
            return end;
        }

        int at = start;
        for (int codePoints = 0; at < end && codePoints < LongestSegment; codePoints++)
        {
            at += at + 1 < end && char.IsSurrogatePair(text[at], text[at + 1]) ? 2 : 1;
        }

        return at;
    }

    // Each repair may reveal what another mends, so they are repeated until nothing changes.
    private static string FixSegment(string text, bool mayHoldEntities)
    {
        while (true)
        {
            string before = text;
            text = mayHoldEntities ? HtmlEntities.DecodeUnambiguous(text) : text;
            text = Mojibake.Fix(text);
            text = C1Controls.Fix(text);
            text = Ligatures.Split(text);
            text = Widths.Normalize(text);
            text = Quotes.Straighten(text);
            text = LineBreaks.Normalize(text);
            text = Surrogates.ReplaceLone(text);
            text = TerminalEscapes.Remove(text);
            text = ControlCharacters.Remove(text);
            text = CanonicalComposition.Compose(text);
            if (text == before)
            {
                return text;
            }
        }
    }
}
