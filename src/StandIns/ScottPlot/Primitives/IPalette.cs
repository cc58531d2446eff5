namespace ScottPlot;

/// <summary>Colours to tell series apart by.</summary>
public interface IPalette
{
    Color[] Colors { get; }

    string Name { get; }

    string Description { get; }

    /// <summary>The colour of a number, beginning again where there are no more.</summary>
    Color GetColor(int index);
}
