namespace Clipper.Bench.Runs;

/// <summary>How a run ended.</summary>
/// <param name="Folder">The results folder.</param>
/// <param name="Computed">Cells computed now.</param>
/// <param name="Reused">Cells whose result was already there.</param>
/// <param name="Failed">Cells that failed.</param>
/// <param name="Reported">The values of the tables, in the order of the cells.</param>
/// <param name="Notes">What a reader of the results must know, e.g. that the weights are random.</param>
public sealed record RunOutcome(
    string Folder, int Computed, int Reused, int Failed, IReadOnlyList<ReportedValue> Reported,
    IReadOnlyList<string> Notes)
{
    /// <summary>All records, in the order of records.csv, from which they are read: a sweep has more of them than
    /// memory should hold.</summary>
    public IReadOnlyList<RunRecord> Records => RecordsFile.Read(new ResultsFolder(Folder).Records);

    /// <summary>How long each embedding pass took, and its stages; a line each. Last, the stages of the run, with their
    /// peak memory.</summary>
    public IReadOnlyList<string> Timings { get; init; } = [];

    /// <summary>The HTML page.</summary>
    public string Report => new ResultsFolder(Folder).Report;
}
