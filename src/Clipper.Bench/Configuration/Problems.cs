using System.Globalization;
using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Configuration;

/// <summary>Collects what is wrong with an experiment file, so that all of it is said at once.</summary>
internal sealed class Problems
{
    private const int WidestExcerpt = 100;

    private readonly HashSet<(SourceMark Mark, string Text)> _found = [];
    private readonly OrderedDictionary<string, string[]> _files = new(StringComparer.Ordinal);

    /// <summary>Whether anything is wrong so far.</summary>
    public bool Any => _found.Count > 0;

    /// <summary>Names the nearest of the known names, if one is near.</summary>
    public static string DidYouMean(string got, IReadOnlyList<string> known) =>
        Suggestion.Nearest(got, known) is { } name ? $"did you mean '{name}'?" : "";

    /// <summary>Keeps the lines of a file, to show the place of a problem; files are listed in the order in which they
    /// come here.</summary>
    public void Quote(string file, string[] lines) => _files[file] = lines;

    /// <summary>Adds <c>place: what; allowed: …; hint</c>, once.</summary>
    /// <param name="mark">Where.</param>
    /// <param name="what">What is wrong, with the offending text.</param>
    /// <param name="allowed">What is allowed there; empty where that says nothing.</param>
    /// <param name="hint">What to write instead; empty where unknown.</param>
    public void Add(SourceMark mark, string what, string allowed = "", string hint = "")
    {
        string text = what;
        text += allowed.Length > 0 ? $"; allowed: {allowed}" : "";
        text += hint.Length > 0 ? $"; {hint}" : "";
        _found.Add((mark, OneLine(text)));
    }

    /// <summary>Adds that a name is not known, with those that are and the nearest of them.</summary>
    public void AddUnknown(SourceMark mark, string what, string got, IReadOnlyList<string> known) =>
        Add(mark, $"{what} '{got}'", string.Join(", ", known), DidYouMean(got, known));

    /// <summary>Throws when anything is wrong: one problem a line, the files' in their order, then the command line's;
    /// below each of a file its line and a caret, indented.</summary>
    /// <exception cref="UsageException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            IEnumerable<string> lines = _found
                .OrderBy(problem => problem.Mark.IsCommandLine)
                .ThenBy(problem => _files.IndexOf(problem.Mark.Source))
                .ThenBy(problem => problem.Mark.Line)
                .ThenBy(problem => problem.Mark.Column)
                .Select(problem => $"{problem.Mark}: {problem.Text}{Excerpt(problem.Mark)}");
            throw new UsageException(string.Join('\n', lines));
        }
    }

    // Quoted text may hold line breaks; a problem is one line.
    private static string OneLine(string text) => text
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\0", "\\0", StringComparison.Ordinal);

    // The line and a caret below the column; of a long line what is around it.
    private string Excerpt(SourceMark mark)
    {
        if (mark.IsCommandLine || !_files.TryGetValue(mark.Source, out string[]? lines) || mark.Line > lines.Length)
        {
            return "";
        }

        string line = lines[mark.Line - 1].TrimEnd('\r').Replace('\t', ' ');
        int column = Math.Clamp(mark.Column - 1, 0, line.Length);
        int start = Math.Clamp(column - (WidestExcerpt / 2), 0, Math.Max(0, line.Length - WidestExcerpt));
        string shown = line.Substring(start, Math.Min(WidestExcerpt, line.Length - start));
        string number = mark.Line.ToString(CultureInfo.InvariantCulture);
        return $"\n  {number} | {shown}\n  {new string(' ', number.Length)} | {new string(' ', column - start)}^";
    }
}
