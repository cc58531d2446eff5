namespace Clipper.Bench.Datasets.Shapes;

/// <summary>Forms that stay apart from each other under any rotation.</summary>
public enum ShapeKind
{
    /// <summary>A disc.</summary>
    Circle,

    /// <summary>An ellipse of axes 2 : 1.</summary>
    Oval,

    /// <summary>A disc with a round hole.</summary>
    Ring,

    /// <summary>Half a disc.</summary>
    Semicircle,

    /// <summary>A disc without an off-centre disc.</summary>
    Crescent,

    /// <summary>An equilateral triangle.</summary>
    Triangle,

    /// <summary>A square.</summary>
    Square,

    /// <summary>A rectangle of about 3 : 1.</summary>
    Bar,

    /// <summary>Two crossed bars.</summary>
    Cross,

    /// <summary>A five-pointed star.</summary>
    Star,

    /// <summary>A heart.</summary>
    Heart,

    /// <summary>An arrow.</summary>
    Arrow,
}
