namespace ScottPlot.Gnuplot;

/// <summary>Gives fonts in SVG the names that browsers know; gnuplot writes those of fontconfig.</summary>
internal static class SvgFonts
{
    private const string Family = "font-family=\"system-ui, sans-serif\"";

    public static string Name(string svg) => svg
        .Replace("font-family=\"sans:Bold\"", $"{Family} font-weight=\"bold\"", StringComparison.Ordinal)
        .Replace("font-family=\"sans\"", Family, StringComparison.Ordinal);
}
