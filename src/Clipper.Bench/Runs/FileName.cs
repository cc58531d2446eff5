using System.Text.RegularExpressions;

namespace Clipper.Bench.Runs;

/// <summary>Makes names of files from names of things.</summary>
internal static partial class FileName
{
    /// <summary>The text with a hyphen for every run of characters that some file system or shell treats
    /// specially.</summary>
    public static string Of(string text) => Special().Replace(text, "-");

    [GeneratedRegex("[^A-Za-z0-9._+-]+", RegexOptions.CultureInvariant)]
    private static partial Regex Special();
}
