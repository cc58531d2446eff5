using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Paper;

/// <summary>A published number and ours.</summary>
/// <param name="Published">The paper's.</param>
/// <param name="Record">Our value: that of the best threshold and epochs.</param>
/// <param name="Ours">What of it is compared: its mean, or its threshold.</param>
/// <param name="Ci95">Half width of its 95 % t-interval; null for fewer than two episodes or a value without
/// one.</param>
/// <param name="Verdict">How they relate.</param>
/// <param name="Remarks">All reasons why they are not comparable, then what to bear in mind.</param>
public sealed record PaperRow(
    PublishedValue Published,
    RunRecord Record,
    double Ours,
    double? Ci95,
    PaperVerdict Verdict,
    IReadOnlyList<string> Remarks)
{
    /// <summary>Ours minus the paper's.</summary>
    public double Difference => Ours - Published.Value;

    /// <summary>The remarks as one text; empty where there are none.</summary>
    public string Remark => string.Join("; ", Remarks);

    /// <summary>Which of several runs ours is of; empty where there is one.</summary>
    public string Run { get; init; } = "";
}
