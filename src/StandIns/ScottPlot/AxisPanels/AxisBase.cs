using ScottPlot.TickGenerators;

namespace ScottPlot.AxisPanels;

/// <summary>What all axes have.</summary>
public abstract class AxisBase : IAxis
{
    public bool IsVisible { get; set; } = true;

    public float MinimumSize { get; set; } = 0;

    public float MaximumSize { get; set; } = float.MaxValue;

    /// <summary>The lower end; beyond <see cref="Max"/> until the limits are set.</summary>
    public double Min { get; set; } = double.PositiveInfinity;

    public double Max { get; set; } = double.NegativeInfinity;

    public LabelStyle Label { get; } = new() { FontSize = 16, Bold = true };

    public LabelStyle TickLabelStyle { get; set; } = new() { Alignment = Alignment.MiddleCenter };

    public ITickGenerator TickGenerator { get; set; } = new NumericAutomatic();

    public void SetTicks(double[] xs, string[] labels) => TickGenerator = new NumericManual(xs, labels);
}
