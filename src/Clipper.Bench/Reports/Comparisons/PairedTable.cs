using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>The paired differences of a run as a table.</summary>
internal static class PairedTable
{
    private static readonly string[] _heads =
        ["data set", "model", "setting", "step", "metric", "a", "b", "a − b", "effect size", "p (Holm)", "n"];

    private static readonly string[] _columns =
    [
        "dataset", "variant", "model", "ways", "shots", "queries", "step", "metric", "method_a", "method_b", "mean_a",
        "mean_b", "difference", "ci95", "t", "df", "p", "p_holm", "effect_size", "n",
    ];

    private static readonly string[] _notes =
    [
        "a − b: mean over the episodes of the difference on the same draws, ± the half width of its 95 % t-interval; "
        + "effect size: that mean over the standard deviation of the differences (Cohen's d).",
        "p: paired t-test, two-sided, corrected by Holm over all pairs of the same data set, model, setting and "
        + "metric; bold: below 0.05.",
    ];

    /// <summary>Writes the table with unrounded numbers.</summary>
    public static void WriteCsv(string path, IReadOnlyList<PairedDifference> differences) =>
        TableFile.WriteCsv(path, _columns, differences.Select(Fields));

    /// <summary>The table for people; a difference that is significant stands out.</summary>
    public static ResultTable Of(IReadOnlyList<PairedDifference> differences)
    {
        bool hasSteps = differences.Any(difference => difference.Group.Step is not null);
        int[] used = [.. Enumerable.Range(0, _heads.Length).Where(column => hasSteps || _heads[column] != "step")];
        return new ResultTable(
            "paired",
            "Differences between methods on the same draws",
            [.. used.Select(column => _heads[column])],
            [.. differences.Select(Row).Select(row => (IReadOnlyList<TableCell>)[.. used.Select(c => row[c])])],
            _notes)
        {
            GroupColumns = used.TakeWhile(column => _heads[column] != "a").Count(),
        };
    }

    private static TableCell[] Row(PairedDifference d) =>
    [
        new(d.Group.DatasetName),
        new(d.Group.Model),
        new(d.Group.Setting),
        new(TableFile.Text(d.Group.Step)),
        new(d.Group.Metric),
        new(d.MethodA),
        new(d.MethodB),
        new(TestText.Difference(d.Test.Difference, d.Test.Ci95), d.Test.Difference, d.IsSignificant),
        new(TestText.Effect(d.Test.EffectSize), d.Test.EffectSize),
        new(TestText.P(d.HolmP), d.HolmP),
        new(TableFile.Text(d.Test.N), d.Test.N),
    ];

    private static IReadOnlyList<string> Fields(PairedDifference d) =>
    [
        d.Group.Dataset, d.Group.Variant, d.Group.Model, TableFile.Text(d.Group.Ways), TableFile.Text(d.Group.Shots),
        TableFile.Text(d.Group.Queries), TableFile.Text(d.Group.Step), d.Group.Metric, d.MethodA, d.MethodB,
        TableFile.Text(d.MeanA), TableFile.Text(d.MeanB), TableFile.Text(d.Test.Difference),
        TestText.Unrounded(d.Test.Ci95), TestText.Unrounded(d.Test.T), TableFile.Text(Math.Max(0, d.Test.N - 1)),
        TestText.Unrounded(d.Test.P), TestText.Unrounded(d.HolmP), TestText.Unrounded(d.Test.EffectSize),
        TableFile.Text(d.Test.N),
    ];
}
