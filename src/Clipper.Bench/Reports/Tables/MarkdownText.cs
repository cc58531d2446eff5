using System.Text;

namespace Clipper.Bench.Reports.Tables;

/// <summary>Texts as GitHub's Markdown writes them.</summary>
internal static class MarkdownText
{
    /// <summary>A text on one line, with a backslash before all that would be read as markup, HTML, mathematics or an
    /// address; what means nothing where it stands, as the sign in <c>o_f1</c> or <c>p &lt; 0.05</c>, stays.</summary>
    public static string Escape(string text)
    {
        string line = text.ReplaceLineEndings(" ").Trim();
        var escaped = new StringBuilder();
        for (int i = 0; i < line.Length; i++)
        {
            escaped.Append(IsMarkup(line, i) ? "\\" : "").Append(line[i] == '\t' ? ' ' : line[i]);
        }

        return escaped.ToString();
    }

    private static bool IsMarkup(string line, int place)
    {
        char before = place > 0 ? line[place - 1] : ' ';
        char after = place + 1 < line.Length ? line[place + 1] : ' ';
        return line[place] switch
        {
            '\\' or '|' or '*' or '`' or '~' or '$' or '[' => true,
            '_' => !(char.IsLetterOrDigit(before) && char.IsLetterOrDigit(after)),
            '<' => char.IsAsciiLetter(after) || after is '/' or '!' or '?',
            '&' => char.IsAsciiLetter(after) || after == '#',
            ':' => after == '/',
            '#' => before == ' ',
            '+' or '-' or '=' or '>' => place == 0,
            '.' => EndsOf(line, place, "www") || EndsNumber(line, place),
            ')' => EndsNumber(line, place),
            _ => false,
        };
    }

    // Address of a site.
    private static bool EndsOf(string line, int place, string word) =>
        line.AsSpan(0, place).EndsWith(word, StringComparison.OrdinalIgnoreCase);

    // Of a list's first line; a number with decimals begins none.
    private static bool EndsNumber(string line, int place) =>
        place > 0 && line.AsSpan(0, place).IndexOfAnyExceptInRange('0', '9') < 0
        && (place + 1 == line.Length || line[place + 1] == ' ');
}
