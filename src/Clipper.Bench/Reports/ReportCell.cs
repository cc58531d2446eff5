using Clipper.Bench.Runs;
using Clipper.Core.Errors;

namespace Clipper.Bench.Reports;

/// <summary>A cell and what it counted beside its values.</summary>
/// <param name="Record">One of its records, for what it is of.</param>
/// <param name="Mistakes">What was taken for what; null where it was not counted.</param>
/// <param name="Progress">How its streams fared; null where it has none.</param>
internal sealed record ReportCell(RunRecord Record, CellMistakes? Mistakes, StreamProgress? Progress)
{
    /// <summary>Seed of the run.</summary>
    public string Seed { get; init; } = "";

    /// <summary>Data set and form, model, setting and method.</summary>
    public string Title =>
        $"{Record.Dataset} {Record.Variant}".TrimEnd()
        + $" · {Record.Model} · {MetricsTable.Setting(Record)} · {Record.Method}";

    /// <summary>The cells behind reported values, each once.</summary>
    /// <param name="place">The results folder.</param>
    /// <param name="reported">In the order of the cells.</param>
    /// <exception cref="DataFileException">A cell's file is missing or damaged.</exception>
    public static IEnumerable<ReportCell> Read(ResultsFolder place, IReadOnlyList<ReportedValue> reported)
    {
        foreach (ReportedValue value in reported.DistinctBy(value => value.Cell))
        {
            (CellFacts facts, CellResult result) = ReportedCell.Read(place, value.Cell);
            yield return new ReportCell(value.Record, result.Mistakes, result.Progress)
            {
                Seed = facts.ValueOf(CellFacts.Seed) ?? "",
            };
        }
    }
}
