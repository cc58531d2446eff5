namespace Clipper.Bench.Datasets.Shapes;

/// <summary>Colours of objects. Backdrops are greyish and of middle lightness, so each stands out.</summary>
public enum ShapeColor
{
    /// <summary>Red.</summary>
    Red,

    /// <summary>Orange.</summary>
    Orange,

    /// <summary>Yellow.</summary>
    Yellow,

    /// <summary>A light yellowish green.</summary>
    Lime,

    /// <summary>A dark green.</summary>
    Green,

    /// <summary>Cyan.</summary>
    Cyan,

    /// <summary>Blue.</summary>
    Blue,

    /// <summary>Purple.</summary>
    Purple,

    /// <summary>Pink.</summary>
    Pink,

    /// <summary>Brown.</summary>
    Brown,

    /// <summary>White.</summary>
    White,

    /// <summary>Black.</summary>
    Black,
}
