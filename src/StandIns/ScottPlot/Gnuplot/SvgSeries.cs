using System.Globalization;
using System.Security;
using System.Text.RegularExpressions;

namespace ScottPlot.Gnuplot;

/// <summary>Gives the series in SVG their names, which a browser shows where the pointer is and a screen reader says;
/// gnuplot gives them numbers, or the name of another one.</summary>
internal static partial class SvgSeries
{
    /// <summary>The same drawing with the names; a series without one has none.</summary>
    /// <param name="svg">What gnuplot wrote.</param>
    /// <param name="titles">The names, in the order of drawing.</param>
    public static string Name(string svg, IReadOnlyList<string> titles) => Series().Replace(svg, match =>
    {
        int number = int.Parse(match.Groups[1].ValueSpan, CultureInfo.InvariantCulture);
        string title = number <= titles.Count ? titles[number - 1].ReplaceLineEndings(" ") : "";
        string group = string.Create(CultureInfo.InvariantCulture, $"<g id=\"series_{number}\">");
        return title.Length > 0 ? $"{group}<title>{SecurityElement.Escape(title)}</title>" : group;
    });

    [GeneratedRegex("<g id=\"gnuplot_plot_([0-9]+)\" ><title>[^<]*</title>")]
    private static partial Regex Series();
}
