using System.Globalization;
using System.Text.RegularExpressions;

namespace Clipper.Bench.Reports.Plots;

/// <summary>Names of clip paths in an SVG file. Skia, which draws for the ScottPlot package, counts them on from one
/// drawing of the process to the next, so that the same figure would not have the same bytes.</summary>
internal static partial class SvgIds
{
    /// <summary>The same drawing with its clip paths <c>cl_N</c> counted from 1, in the order in which they
    /// appear.</summary>
    /// <param name="svg">SVG text.</param>
    public static string Renumber(string svg)
    {
        var names = new Dictionary<string, string>(StringComparer.Ordinal);
        return ClipPath().Replace(svg, match =>
        {
            if (!names.TryGetValue(match.Value, out string? name))
            {
                name = string.Create(CultureInfo.InvariantCulture, $"cl_{names.Count + 1}");
                names.Add(match.Value, name);
            }

            return name;
        });
    }

    // As the value of an id, or behind the # of a reference.
    [GeneratedRegex("(?<=id=\"|url\\(#)cl_[0-9a-f]+")]
    private static partial Regex ClipPath();
}
