namespace Clipper.Bench.Datasets.Preparation;

/// <summary>How an official file came to be there, or why it is not.</summary>
public enum PreparationState
{
    /// <summary>It was there before.</summary>
    Present,

    /// <summary>It is linked to the file that the user named, and read in place.</summary>
    Linked,

    /// <summary>It was unpacked.</summary>
    Unpacked,

    /// <summary>It was fetched from its official origin.</summary>
    Fetched,

    /// <summary>A person has to obtain it.</summary>
    ByHand,

    /// <summary>It is not needed: another file takes its place.</summary>
    NotNeeded,
}
