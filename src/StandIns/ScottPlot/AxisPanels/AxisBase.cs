using ScottPlot.TickGenerators;

namespace ScottPlot.AxisPanels;

/// <summary>What all axes have.</summary>
public abstract class AxisBase : IAxis
{
    public double Min { get; set; } = double.NaN;

    public double Max { get; set; } = double.NaN;

    public LabelStyle Label { get; } = new() { FontSize = 16, Bold = true };

    public LabelStyle TickLabelStyle { get; set; } = new();

    public ITickGenerator TickGenerator { get; set; } = new NumericAutomatic();

    public void SetTicks(double[] xs, string[] labels) => TickGenerator = new NumericManual(xs, labels);
}
