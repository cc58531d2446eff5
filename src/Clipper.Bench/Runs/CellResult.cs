namespace Clipper.Bench.Runs;

/// <summary>What a cell computed.</summary>
/// <param name="DrawsHash">SHA-256 of the draws file that it used.</param>
/// <param name="ValidationHash">SHA-256 of the file of the validation episodes; null where it used none.</param>
/// <param name="Choices">What was chosen, and on what.</param>
/// <param name="Series">Its values, ordered by metric, then condition, then threshold. Of conditions that differ in
/// columnless hyper-parameters those that were chosen.</param>
internal sealed record CellResult(
    string DrawsHash, string? ValidationHash, IReadOnlyList<Choice> Choices, IReadOnlyList<MetricSeries> Series)
{
    /// <summary>Of continual streams how their tasks and classes fared; else null.</summary>
    public StreamProgress? Progress { get; init; }

    /// <summary>What was taken for what; null where nothing was chosen to look at.</summary>
    public CellMistakes? Mistakes { get; init; }

    /// <summary>What was chosen for every number of training epochs; empty where there is one number alone, or
    /// none.</summary>
    public IReadOnlyList<Choice> ByEpochs { get; init; } = [];
}
