namespace ScottPlot.TickGenerators;

/// <summary>Round numbers; the stand-in leaves the choice to gnuplot.</summary>
public class NumericAutomatic : ITickGenerator
{
    public Tick[] Ticks { get; set; } = [];

    public int MaxTickCount { get; set; } = 1000;
}
