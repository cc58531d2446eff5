namespace ScottPlot.Plottables;

/// <summary>Bars, each with its own style.</summary>
public class BarPlot(List<Bar> bars) : IPlottable
{
    public string LegendText { get; set; } = string.Empty;

    public bool IsVisible { get; set; } = true;

    public List<Bar> Bars { get; } = bars;

    public Color Color
    {
        set
        {
            foreach (Bar bar in Bars)
            {
                bar.FillColor = value;
            }
        }
    }

    public AxisLimits GetAxisLimits()
    {
        IEnumerable<double> xs =
            Bars.SelectMany(bar => new[] { bar.Position - (bar.Size / 2), bar.Position + (bar.Size / 2) });
        IEnumerable<double> ys =
            Bars.SelectMany(bar => new[] { bar.ValueBase, bar.Value - bar.Error, bar.Value + bar.Error });
        return Extent.Of(xs, ys);
    }
}
