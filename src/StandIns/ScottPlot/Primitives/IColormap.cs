namespace ScottPlot;

/// <summary>Colours for values from 0 to 1.</summary>
public interface IColormap
{
    string Name { get; }

    /// <summary>The colour of a fraction; transparent for NaN, the nearest end outside 0 to 1.</summary>
    Color GetColor(double position);
}
