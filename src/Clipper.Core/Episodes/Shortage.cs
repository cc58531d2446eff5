namespace Clipper.Core.Episodes;

/// <summary>What an episode does whose classes have too few images.</summary>
public enum Shortage
{
    /// <summary>It is an error that names class, images there and images needed.</summary>
    Error,

    /// <summary>A class has up to its shots: as many as its queries leave, at least one.</summary>
    UpTo,

    /// <summary>Classes of several labels an image whose images do not suffice together are drawn again, a limited
    /// number of times; sets of labels that share many images then occur less often.</summary>
    Redraw,
}
