using ScottPlot.AxisPanels;
using ScottPlot.Panels;

namespace ScottPlot;

/// <summary>The axes of a plot and what surrounds them.</summary>
public class AxisManager
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

    public void SetLimitsX(double left, double right) => (Bottom.Min, Bottom.Max) = (left, right);

    public void SetLimitsY(double bottom, double top) => (Left.Min, Left.Max) = (bottom, top);

    public void SetLimits(double left, double right, double bottom, double top)
    {
        SetLimitsX(left, right);
        SetLimitsY(bottom, top);
    }

    /// <summary>Empty space around the data as fractions of their extent: half of it on each side.</summary>
    public void Margins(double horizontal = 0.1, double vertical = .15) =>
        Margins(horizontal / 2, horizontal / 2, vertical / 2, vertical / 2);

    /// <summary>Empty space on each side of the data as fractions of their extent.</summary>
    public void Margins(double left = .05, double right = .05, double bottom = .07, double top = .07)
    {
        (_left, _right, _bottom, _top) = (left, right, bottom, top);
        SetLimits(double.NaN, double.NaN, double.NaN, double.NaN);
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
        if (!double.IsNaN(axis.Min) && !double.IsNaN(axis.Max))
        {
            return (axis.Min, axis.Max);
        }

        double min = least.Where(double.IsFinite).DefaultIfEmpty(-10).Min();
        double max = greatest.Where(double.IsFinite).DefaultIfEmpty(10).Max();
        if (min == max)
        {
            (min, max) = (min - 0.5, max + 0.5);
        }

        double span = max - min;
        return (min - (below * span), max + (above * span));
    }
}
