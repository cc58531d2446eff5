namespace Clipper.Bench.Speed;

/// <summary>What a figure is beside the stored one.</summary>
public enum SpeedVerdict
{
    /// <summary>Within the band.</summary>
    Same,

    /// <summary>Slower by more than the band.</summary>
    Slower,

    /// <summary>Faster by more than the band.</summary>
    Faster,

    /// <summary>Not stored.</summary>
    New,

    /// <summary>Stored on another machine.</summary>
    NotComparable,
}
