namespace Clipper.Bench.Reports;

/// <summary>One of the runs of a report.</summary>
/// <param name="Name">Its name, with a number where an earlier one has it too.</param>
/// <param name="Folder">Its results folder, as it was given.</param>
/// <param name="Results">What it holds.</param>
/// <param name="Cells">Its cells.</param>
internal sealed record MergedRun(string Name, string Folder, RunResults Results, IReadOnlyList<ReportCell> Cells);
