namespace Clipper.Bench.Reports;

/// <summary>A line of the summary table: one cell.</summary>
/// <param name="Dataset">Data set.</param>
/// <param name="Variant">Its split or form.</param>
/// <param name="Model">Model.</param>
/// <param name="Setting">Size of its episodes, e.g. 5w1s15q.</param>
/// <param name="Method">Label of the method.</param>
/// <param name="Episodes">Number of episodes in the means.</param>
/// <param name="Accuracy">Share of queries whose best class is right; null where the data are multi-label.</param>
/// <param name="Map">Mean average precision; null where it was not asked for.</param>
/// <param name="MicroF1">Micro-averaged F1; never one whose threshold or epochs were chosen on the reported
/// queries.</param>
/// <param name="OracleMicroF1">Micro-averaged F1 with threshold and epochs chosen on the reported queries themselves;
/// null unless the protocol allows that (PROTOCOL Q1).</param>
public sealed record SummaryRow(
    string Dataset, string Variant, string Model, string Setting, string Method, int Episodes,
    SummaryValue? Accuracy, SummaryValue? Map, SummaryValue? MicroF1, SummaryValue? OracleMicroF1)
{
    /// <summary>Of continual streams the step that the values are of, the last one; else null.</summary>
    public int? Step { get; init; }

    /// <summary>Of continual streams the mean over tasks after the last step; else null.</summary>
    public SummaryValue? FinalAverage { get; init; }

    /// <summary>Of continual streams the mean loss of a task since it was done best; else null.</summary>
    public SummaryValue? Forgetting { get; init; }
}
