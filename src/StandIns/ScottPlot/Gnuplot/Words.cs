using System.Globalization;
using System.Text;

namespace ScottPlot.Gnuplot;

/// <summary>Values as gnuplot reads them.</summary>
internal static class Words
{
    /// <summary>A number; NaN leaves a gap.</summary>
    public static string Of(double number) =>
        double.IsNaN(number) ? "NaN" : number.ToString("R", CultureInfo.InvariantCulture);

    /// <summary>A size in pixels, divided by a number of pixels.</summary>
    public static string Of(float pixels, float unit = 1) =>
        (pixels / unit).ToString("0.###", CultureInfo.InvariantCulture);

    /// <summary>A colour; gnuplot counts transparency where we count opacity.</summary>
    public static string Of(Color color) =>
        string.Create(CultureInfo.InvariantCulture, $"rgb \"#{255 - color.A:X2}{color.R:X2}{color.G:X2}{color.B:X2}\"");

    /// <summary>A dash pattern.</summary>
    public static string Of(LinePattern pattern) => pattern.Intervals is { Length: > 0 } intervals
        ? $"dt ({string.Join(',', intervals.Select(length => Of(length, 2)))})"
        : "dt solid";

    /// <summary>A line.</summary>
    public static string Of(LineStyle line) => $"lw {Of(line.Width)} lc {Of(line.Color)} {Of(line.Pattern)}";

    /// <summary>A font.</summary>
    public static string FontOf(LabelStyle label, float? size = null) =>
        $"font \"{(label.Bold ? "sans:Bold" : "sans")},{Of(size ?? label.FontSize)}\"";

    /// <summary>Which part of a text stands at its place.</summary>
    public static string SideOf(Alignment alignment) => alignment switch
    {
        Alignment.UpperLeft or Alignment.MiddleLeft or Alignment.LowerLeft => "left",
        Alignment.UpperRight or Alignment.MiddleRight or Alignment.LowerRight => "right",
        _ => "center",
    };

    /// <summary>A text in double quotes that is drawn as it is.</summary>
    public static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (char c in text.ReplaceLineEndings("\n"))
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\n' => "\\n",
                '`' => "\\140",
                < ' ' => " ",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
