namespace Clipper.Bench.Runs;

/// <summary>How a run ended.</summary>
/// <param name="Folder">The results folder.</param>
/// <param name="Computed">Cells computed now.</param>
/// <param name="Reused">Cells whose result was already there.</param>
/// <param name="Failed">Cells that failed.</param>
/// <param name="Records">All records, in the order of records.csv.</param>
/// <param name="Reported">The values of the tables, in the order of the cells.</param>
/// <param name="Notes">What a reader of the results must know, e.g. that the weights are random.</param>
public sealed record RunOutcome(
    string Folder, int Computed, int Reused, int Failed, IReadOnlyList<RunRecord> Records,
    IReadOnlyList<ReportedValue> Reported, IReadOnlyList<string> Notes)
{
    /// <summary>The HTML page.</summary>
    public string Report => new ResultsFolder(Folder).Report;
}
