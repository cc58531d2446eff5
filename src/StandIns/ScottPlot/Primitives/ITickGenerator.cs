namespace ScottPlot;

/// <summary>Decides where an axis has its ticks.</summary>
public interface ITickGenerator
{
    Tick[] Ticks { get; }

    int MaxTickCount { get; set; }
}
