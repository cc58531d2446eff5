namespace Clipper.Clip.Text.Cleaning;

/// <summary>Text as CLIP's tokenizer cleans it before it splits it: repaired, character references decoded twice,
/// white space collapsed, small letters.</summary>
internal static class TextCleaner
{
    /// <summary>The clean text.</summary>
    /// <param name="text">Any text.</param>
    /// <param name="isRepaired">Whether it is first repaired as <c>ftfy.fix_text</c> does it.</param>
    public static string Clean(string text, bool isRepaired)
    {
        string repaired = isRepaired ? TextRepair.Fix(text) : text;
        return LowerCase.Of(WhiteSpace.Collapse(HtmlEntities.Decode(HtmlEntities.Decode(repaired))));
    }
}
