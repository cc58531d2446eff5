namespace ScottPlot.AxisPanels;

/// <summary>The axis left of the data.</summary>
public class LeftAxis : AxisBase, IYAxis
{
    public LeftAxis() => Label.Rotation = -90;
}
