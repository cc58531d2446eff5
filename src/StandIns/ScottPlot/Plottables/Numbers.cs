using System.Globalization;

namespace ScottPlot.Plottables;

// Values of any number type as those that are drawn.
internal static class Numbers
{
    public static double[] Of<T>(IEnumerable<T> values) =>
        [.. values.Select(value => Convert.ToDouble(value, CultureInfo.InvariantCulture))];
}
