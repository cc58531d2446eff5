using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports;

/// <summary>What every cell took for what: <c>confusion.csv</c>, <c>classes.csv</c> and <c>errors.csv</c>
/// (docs/formats.md). Only where a cell has counted it.</summary>
internal static class MistakeTables
{
    private static readonly string[] _cellColumns = ["dataset", "variant", "model", "setting", "method"];

    /// <summary>Writes the files into <c>tables/</c>.</summary>
    /// <param name="place">The results folder.</param>
    /// <param name="cells">In their order.</param>
    public static void Write(ResultsFolder place, IReadOnlyList<ReportCell> cells)
    {
        (string[] Fields, CellMistakes Mistakes)[] counted =
        [
            .. cells.SelectMany(cell => cell.Mistakes is { } mistakes
                ? new[] { (Fields(cell.Record), mistakes) }
                : []),
        ];
        Write(place.Table("confusion.csv"), ["truth", "predicted", "count"], counted, Confusion);
        Write(
            place.Table("classes.csv"), ["class", "tp", "fp", "fn", "tn", "recall", "precision", "f1"], counted,
            Classes);
        Write(place.Table("errors.csv"), ["sample", "labels", "shown", "wrong", "predicted"], counted, Errors);
    }

    private static void Write(
        string path,
        string[] columns,
        IReadOnlyList<(string[] Fields, CellMistakes Mistakes)> cells,
        Func<CellMistakes, IEnumerable<string[]>> linesOf)
    {
        string[][] lines =
            [.. cells.SelectMany(cell => linesOf(cell.Mistakes).Select(line => (string[])[.. cell.Fields, .. line]))];
        if (lines.Length > 0)
        {
            TableFile.WriteCsv(path, [.. _cellColumns, .. columns], lines);
        }
    }

    private static string[] Fields(RunRecord record) =>
        [record.Dataset, record.Variant, record.Model, MetricsTable.Setting(record), record.Method];

    private static IEnumerable<string[]> Confusion(CellMistakes mistakes)
    {
        foreach (int[] entry in mistakes.Confusion.Chunk(3))
        {
            yield return
            [
                mistakes.Classes[entry[0]].Name, mistakes.Classes[entry[1]].Name, TableFile.Text(entry[2]),
            ];
        }
    }

    private static IEnumerable<string[]> Classes(CellMistakes mistakes) =>
        from each in mistakes.Classes
        let positives = each.TruePositives + each.FalseNegatives
        let predicted = each.TruePositives + each.FalsePositives
        select new[]
        {
            each.Name, TableFile.Text(each.TruePositives), TableFile.Text(each.FalsePositives),
            TableFile.Text(each.FalseNegatives), TableFile.Text(each.TrueNegatives),
            TableFile.Text(Ratio(each.TruePositives, positives)), TableFile.Text(Ratio(each.TruePositives, predicted)),
            TableFile.Text(Ratio(2 * each.TruePositives, positives + predicted)),
        };

    private static IEnumerable<string[]> Errors(CellMistakes mistakes) =>
        from sample in mistakes.Samples
        select new[]
        {
            sample.Id, string.Join(';', sample.Labels), TableFile.Text(sample.Shown), TableFile.Text(sample.Wrong),
            string.Join(';', sample.Predicted),
        };

    // Ratios with denominator 0 count as 0, as in the metrics.
    private static double? Ratio(int count, int of) => of == 0 ? 0 : (double)count / of;
}
