namespace ScottPlot;

/// <summary>A horizontal axis.</summary>
public interface IXAxis : IAxis;
