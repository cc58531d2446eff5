namespace Clipper.Bench.Reports.Comparisons;

/// <summary>A method's place in a group.</summary>
/// <param name="Group">Data set, model, setting and metric.</param>
/// <param name="Method">The method.</param>
/// <param name="Rank">1 + the number of methods that are significantly better; methods whose differences are not
/// significant share a rank.</param>
/// <param name="TiedWith">Methods from which it does not differ significantly, in the order of the experiment.</param>
/// <param name="Mean">Its mean.</param>
/// <param name="Ci95">Half width of its 95 % t-interval; null for n &lt; 2.</param>
/// <param name="N">Episodes in the mean.</param>
internal sealed record MethodRank(
    ComparisonGroup Group, string Method, int Rank, IReadOnlyList<string> TiedWith, double Mean, double? Ci95, int N);
