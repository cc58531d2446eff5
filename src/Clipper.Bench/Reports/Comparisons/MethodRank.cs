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
    ComparisonGroup Group, string Method, int Rank, IReadOnlyList<string> TiedWith, double Mean, double? Ci95, int N)
{
    /// <summary>SHA-256 of the draws file: methods of the same draws are paired.</summary>
    public string Draws { get; init; } = "";

    /// <summary>Mode of the protocol; methods of another one are not compared with it.</summary>
    public string Mode { get; init; } = "";

    /// <summary>Steps of the streams that it learnt; null where it learnt none.</summary>
    public int? Steps { get; init; }

    /// <summary>What the method is, whatever it is called in which run.</summary>
    public string Contender { get; init; } = Method;

    /// <summary>Whether the method looks at no image: a constant guess or a random one.</summary>
    public bool IsFloor { get; init; }
}
