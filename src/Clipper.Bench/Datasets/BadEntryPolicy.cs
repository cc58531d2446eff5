namespace Clipper.Bench.Datasets;

/// <summary>What an entry of a data set does that cannot be used: a file name that does not parse, a listed image that
/// is not there.</summary>
public enum BadEntryPolicy
{
    /// <summary>The data set is not opened; the error lists them.</summary>
    Fail,

    /// <summary>They are left out, and listed in a warning.</summary>
    Skip,
}
