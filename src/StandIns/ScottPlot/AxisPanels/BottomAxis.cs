namespace ScottPlot.AxisPanels;

/// <summary>The axis below the data.</summary>
public class BottomAxis : AxisBase, IXAxis;
