namespace ScottPlot;

/// <summary>One side of the data area and its scale.</summary>
public interface IAxis : IPanel
{
    double Min { get; set; }

    double Max { get; set; }

    LabelStyle Label { get; }

    LabelStyle TickLabelStyle { get; set; }

    ITickGenerator TickGenerator { get; set; }

    void SetTicks(double[] xs, string[] labels);
}
