namespace ScottPlot;

/// <summary>What takes room beside the data area.</summary>
public interface IPanel
{
    bool IsVisible { get; set; }

    /// <summary>Size in pixels, measured from the data area outwards. The stand-in does not measure what it draws, so
    /// below the data a panel has this size exactly; where none has one, gnuplot decides.</summary>
    float MinimumSize { get; set; }

    /// <summary>The most that it may take.</summary>
    float MaximumSize { get; set; }
}
