using Clipper.Core.Statistics;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>Two methods of a group, compared episode by episode.</summary>
/// <param name="Group">Data set, model, setting and metric.</param>
/// <param name="MethodA">The method that comes first in the experiment.</param>
/// <param name="MethodB">The other one.</param>
/// <param name="MeanA">Mean of the first.</param>
/// <param name="MeanB">Mean of the other.</param>
/// <param name="Test">The test of a − b.</param>
/// <param name="HolmP">Its p-value after Holm's correction over all pairs of the group.</param>
internal sealed record PairedDifference(
    ComparisonGroup Group, string MethodA, string MethodB, double MeanA, double MeanB, PairedTest Test, double HolmP)
{
    /// <summary>The chance of a false difference that is accepted in a group.</summary>
    public const double Level = 0.05;

    /// <summary>Whether the methods differ.</summary>
    public bool IsSignificant => HolmP < Level;
}
