namespace Clipper.Core.Metrics;

/// <summary>How values of several classes become one number (sklearn's <c>average</c>).</summary>
public enum Averaging
{
    /// <summary>Plain mean over classes.</summary>
    Macro,

    /// <summary>One value over all cells of all classes together.</summary>
    Micro,

    /// <summary>Mean over classes, weighted by the number of true samples of each.</summary>
    Weighted,

    /// <summary>Mean over samples of the value of each row.</summary>
    Samples,
}
