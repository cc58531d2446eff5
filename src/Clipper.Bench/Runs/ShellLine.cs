using System.Text.RegularExpressions;

namespace Clipper.Bench.Runs;

/// <summary>Command lines to copy into a POSIX shell.</summary>
public static partial class ShellLine
{
    /// <summary>The words with spaces between them, quoted where they need it.</summary>
    public static string Of(IEnumerable<string> words) => string.Join(' ', words.Select(Quote));

    private static string Quote(string word) =>
        Bare().IsMatch(word) ? word : $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"^[A-Za-z0-9_./:=,@%+-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Bare();
}
