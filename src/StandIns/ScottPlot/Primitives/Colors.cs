namespace ScottPlot;

/// <summary>Colours by their names on the web.</summary>
public static class Colors
{
    public static Color Transparent => new(1, 1, 1, 0);

    public static Color Black => new(0, 0, 0);

    public static Color White => new(255, 255, 255);

    public static Color Gray => new(128, 128, 128);

    public static Color LightGray => new(211, 211, 211);
}
