using Clipper.Bench.Configuration.Nodes;
using Clipper.Core.Errors;

namespace Clipper.Bench.Configuration;

/// <summary>Collects what is wrong with an experiment file, so that all of it is said at once.</summary>
internal sealed class Problems
{
    private readonly List<(SourceMark Mark, string Text)> _found = [];

    /// <summary>Whether anything is wrong so far.</summary>
    public bool Any => _found.Count > 0;

    /// <summary>Adds <c>place: what; allowed: …; hint</c>.</summary>
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

    /// <summary>Throws when anything is wrong: one problem a line, the file's in its order, then the command
    /// line's.</summary>
    /// <exception cref="UsageException">Something is wrong.</exception>
    public void ThrowIfAny()
    {
        if (Any)
        {
            IEnumerable<string> lines = _found
                .OrderBy(problem => problem.Mark.IsCommandLine)
                .ThenBy(problem => problem.Mark.Line)
                .ThenBy(problem => problem.Mark.Column)
                .Select(problem => $"{problem.Mark}: {problem.Text}");
            throw new UsageException(string.Join('\n', lines));
        }
    }

    // Quoted text may hold line breaks; a problem is one line.
    private static string OneLine(string text) => text
        .Replace("\n", "\\n", StringComparison.Ordinal)
        .Replace("\r", "\\r", StringComparison.Ordinal)
        .Replace("\0", "\\0", StringComparison.Ordinal);

    private static string DidYouMean(string got, IReadOnlyList<string> known) =>
        Suggestion.Nearest(got, known) is { } name ? $"did you mean '{name}'?" : "";
}
