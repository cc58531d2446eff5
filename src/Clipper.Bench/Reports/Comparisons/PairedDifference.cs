namespace Clipper.Bench.Reports.Comparisons;

/// <summary>Two methods of a group: compared episode by episode where they have the same draws, else by their
/// means.</summary>
/// <param name="Group">Data set, model, setting and metric.</param>
/// <param name="MethodA">The method that comes first in the experiment.</param>
/// <param name="MethodB">The other one.</param>
/// <param name="MeanA">Mean of the first.</param>
/// <param name="MeanB">Mean of the other.</param>
/// <param name="Test">The test of a − b.</param>
/// <param name="HolmP">Its p-value after Holm's correction over all pairs of the group.</param>
internal sealed record PairedDifference(
    ComparisonGroup Group, string MethodA, string MethodB, double MeanA, double MeanB, MeanTest Test, double HolmP)
{
    /// <summary>The chance of a false difference that is accepted in a group.</summary>
    public const double Level = 0.05;

    /// <summary>Whether both have the same draws, so that the test is of the differences episode by episode; else it
    /// is Welch's.</summary>
    public bool IsPaired { get; init; } = true;

    /// <summary>Whether the methods differ.</summary>
    public bool IsSignificant => HolmP < Level;
}
