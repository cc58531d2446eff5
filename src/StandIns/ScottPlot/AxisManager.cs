using ScottPlot.AxisPanels;
using ScottPlot.Panels;

namespace ScottPlot;

/// <summary>The axes of a plot and what surrounds them.</summary>
public class AxisManager(Plot plot)
{
    private double _left = 0.05;
    private double _right = 0.05;
    private double _bottom = 0.075;
    private double _top = 0.075;

    public IXAxis Bottom { get; } = new BottomAxis();

    public IYAxis Left { get; } = new LeftAxis();

    public TitlePanel Title { get; } = new();

    internal LegendPanel? LegendPanel { get; set; }

    internal ColorBar? ColorBar { get; set; }

    public void SetLimitsX(double left, double right) => SetLimitsX(left, right, Bottom);

    public void SetLimitsX(double left, double right, IXAxis xAxis) => (xAxis.Min, xAxis.Max) = (left, right);

    public void SetLimitsX(AxisLimits limits) => SetLimitsX(limits, Bottom);

    public void SetLimitsX(AxisLimits limits, IXAxis xAxis) => SetLimitsX(limits.Left, limits.Right, xAxis);

    public void SetLimitsY(double bottom, double top) => SetLimitsY(bottom, top, Left);

    public void SetLimitsY(double bottom, double top, IYAxis yAxis) => (yAxis.Min, yAxis.Max) = (bottom, top);

    public void SetLimitsY(AxisLimits limits) => SetLimitsY(limits, Left);

    public void SetLimitsY(AxisLimits limits, IYAxis yAxis) => SetLimitsY(limits.Bottom, limits.Top, yAxis);

    public void SetLimits(double left, double right, double bottom, double top) =>
        SetLimits(left, right, bottom, top, Bottom, Left);

    public void SetLimits(double left, double right, double bottom, double top, IXAxis xAxis, IYAxis yAxis)
    {
        SetLimitsX(left, right, xAxis);
        SetLimitsY(bottom, top, yAxis);
    }

    /// <summary>A limit that is not given stays.</summary>
    public void SetLimits(double? left = null, double? right = null, double? bottom = null, double? top = null) =>
        SetLimits(left ?? Bottom.Min, right ?? Bottom.Max, bottom ?? Left.Min, top ?? Left.Max);

    public void SetLimits(AxisLimits limits) => SetLimits(limits, Bottom, Left);

    public void SetLimits(AxisLimits limits, IXAxis xAxis, IYAxis yAxis) =>
        SetLimits(limits.Left, limits.Right, limits.Bottom, limits.Top, xAxis, yAxis);

    /// <summary>The usual empty space around the data.</summary>
    public void Margins() => Margins(0.1, .15);

    /// <summary>Empty space around the data as fractions of their extent: half of it on each side.</summary>
    public void Margins(double horizontal = 0.1, double vertical = .15) =>
        Margins(horizontal / 2, horizontal / 2, vertical / 2, vertical / 2);

    /// <summary>Empty space on each side of the data as fractions of their extent; the limits are set to those of the
    /// data that are there.</summary>
    public void Margins(double left = .05, double right = .05, double bottom = .07, double top = .07)
    {
        (_left, _right, _bottom, _top) = (left, right, bottom, top);
        SetLimits(
            double.PositiveInfinity, double.NegativeInfinity, double.PositiveInfinity, double.NegativeInfinity);
        if (plot.PlottableList.Count > 0)
        {
            SetLimits(Resolve(plot.PlottableList));
        }
    }

    /// <summary>The limits to draw: those that were set, else those of the data with the margins around them.</summary>
    internal AxisLimits Resolve(IEnumerable<IPlottable> plottables)
    {
        AxisLimits[] limits = [.. plottables.Where(item => item.IsVisible).Select(item => item.GetAxisLimits())];
        (double left, double right) = Range(
            limits.Select(l => l.Left), limits.Select(l => l.Right), Bottom, _left, _right);
        (double bottom, double top) = Range(
            limits.Select(l => l.Bottom), limits.Select(l => l.Top), Left, _bottom, _top);
        return new(left, right, bottom, top);
    }

    private static (double Min, double Max) Range(
        IEnumerable<double> least, IEnumerable<double> greatest, IAxis axis, double below, double above)
    {
        if (double.IsFinite(axis.Min) && double.IsFinite(axis.Max))
        {
            return (axis.Min, axis.Max);
        }

        double[] finite = [.. least.Concat(greatest).Where(double.IsFinite)];
        if (finite.Length == 0)
        {
            return (-10, 10);
        }

        (double min, double max) = (finite.Min(), finite.Max());
        if (min == max)
        {
            return (min - 1, max + 1);
        }

        double span = max - min;
        return (min - (below * span), max + (above * span));
    }
}
