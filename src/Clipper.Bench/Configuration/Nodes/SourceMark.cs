using System.Globalization;

namespace Clipper.Bench.Configuration.Nodes;

/// <summary>Where a value was written: a place in a file, or an option of the command line.</summary>
/// <param name="Source">The file as the user named it, or <c>--set path</c>.</param>
/// <param name="Line">1-based line; 0 for the command line.</param>
/// <param name="Column">1-based column; 0 for the command line.</param>
internal readonly record struct SourceMark(string Source, int Line, int Column)
{
    /// <summary>Whether it was given by --set.</summary>
    public bool IsCommandLine => Line == 0;

    /// <summary>The place of an override.</summary>
    public static SourceMark Override(string path) => new($"--set {path}", 0, 0);

    /// <summary><c>file:line:col</c>, or <c>--set path</c>.</summary>
    public override string ToString() => IsCommandLine
        ? Source
        : string.Create(CultureInfo.InvariantCulture, $"{Source}:{Line}:{Column}");
}
