namespace Clipper.Bench.Reports.Paper;

/// <summary>How our number relates to the paper's.</summary>
public enum PaperVerdict
{
    /// <summary>The paper's number lies in our 95 % interval.</summary>
    InsideInterval,

    /// <summary>The difference is at most one point (0.01).</summary>
    WithinOnePoint,

    /// <summary>The difference is larger.</summary>
    Off,

    /// <summary>They are not the same quantity; the reason says why.</summary>
    NotComparable,
}
