namespace ScottPlot.Tests.Surface;

/// <summary>Which ScottPlot the tests were built against.</summary>
internal static class Library
{
    /// <summary>Whether it is ours, drawn by gnuplot; else it is the package.</summary>
    public static bool IsStandIn { get; } = typeof(Plot).Assembly.GetType("ScottPlot.Gnuplot.FigureScript") is not null;
}
