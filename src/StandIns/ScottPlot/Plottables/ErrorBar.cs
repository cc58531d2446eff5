namespace ScottPlot.Plottables;

/// <summary>Whiskers around points.</summary>
public class ErrorBar : IPlottable
{
    public ErrorBar(
        IReadOnlyList<double> xs, IReadOnlyList<double> ys,
        IReadOnlyList<double>? xErrorsPositive, IReadOnlyList<double>? xErrorsNegative,
        IReadOnlyList<double>? yErrorsPositive, IReadOnlyList<double>? yErrorsNegative)
    {
        Xs = xs;
        Ys = ys;
        XErrorPositive = xErrorsPositive;
        XErrorNegative = xErrorsNegative;
        YErrorPositive = yErrorsPositive;
        YErrorNegative = yErrorsNegative;
    }

    public bool IsVisible { get; set; } = true;

    public IReadOnlyList<double> Xs { get; set; }

    public IReadOnlyList<double> Ys { get; set; }

    public IReadOnlyList<double>? XErrorPositive { get; set; }

    public IReadOnlyList<double>? XErrorNegative { get; set; }

    public IReadOnlyList<double>? YErrorPositive { get; set; }

    public IReadOnlyList<double>? YErrorNegative { get; set; }

    public LineStyle LineStyle { get; set; } = new() { Width = 1 };

    public float LineWidth { get => LineStyle.Width; set => LineStyle.Width = value; }

    /// <summary>Half width of the caps in pixels.</summary>
    public float CapSize { get; set; } = 3;

    public Color Color { get => LineStyle.Color; set => LineStyle.Color = value; }

    public string LegendText { get; set; } = string.Empty;

    public AxisLimits GetAxisLimits()
    {
        double[] left = Moved(Xs, XErrorNegative, -1);
        double[] right = Moved(Xs, XErrorPositive, 1);
        double[] low = Moved(Ys, YErrorNegative, -1);
        double[] high = Moved(Ys, YErrorPositive, 1);
        return Extent.Of([.. left, .. right], [.. low, .. high]);
    }

    private static double[] Moved(IReadOnlyList<double> places, IReadOnlyList<double>? errors, int sign) =>
        [.. places.Select((place, i) => errors is null ? place : place + (sign * errors[i]))];
}
