using Clipper.Bench.Reports.Tables;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>The differences between methods as a table.</summary>
internal static class PairedTable
{
    private const string OtherDraws = "other draws";

    private static readonly string[] _heads =
    [
        "data set", "model", "setting", "step", "metric", "a", "b", "a − b", "effect size", "p (Holm)", "n", "episodes",
    ];

    private static readonly string[] _columns =
    [
        "dataset", "variant", "model", "ways", "shots", "queries", "step", "metric", "method_a", "method_b", "mean_a",
        "mean_b", "difference", "ci95", "t", "df", "p", "p_holm", "effect_size", "n",
        "unpaired",
    ];

    private static readonly string[] _pairedNotes =
    [
        "a − b: mean over the episodes of the difference on the same draws, ± the half width of its 95 % t-interval; "
        + "effect size: that mean over the standard deviation of the differences (Cohen's d).",
        "p: paired t-test, two-sided, corrected by Holm over all pairs of the same data set, model, setting and "
        + "metric; bold: below 0.05.",
    ];

    private static readonly string[] _mixedNotes =
    [
        "a − b: ± is the half width of its 95 % t-interval, of the differences episode by episode where both methods "
        + "have the same draws (paired), else of both apart (Welch); effect size: Cohen's d of the paired differences, "
        + "or with the mean of both variances.",
        "p: two-sided t-test, corrected by Holm over all pairs of the same data set, model, setting and metric; bold: "
        + "below 0.05. n: pairs of episodes, or the episodes of the method that has fewer.",
    ];

    /// <summary>Writes the table with unrounded numbers.</summary>
    public static void WriteCsv(string path, IReadOnlyList<PairedDifference> differences) =>
        TableFile.WriteCsv(path, _columns, differences.Select(Fields));

    /// <summary>The table for people; a difference that is significant stands out.</summary>
    public static ResultTable Of(IReadOnlyList<PairedDifference> differences)
    {
        bool hasSteps = differences.Any(difference => difference.Group.Step is not null);
        bool arePaired = differences.All(difference => difference.IsPaired);
        int[] used =
        [
            .. Enumerable.Range(0, _heads.Length).Where(column => _heads[column] switch
            {
                "step" => hasSteps,
                "episodes" => !arePaired,
                _ => true,
            }),
        ];
        return new ResultTable(
            "paired",
            arePaired ? "Differences between methods on the same draws" : "Differences between methods",
            [.. used.Select(column => _heads[column])],
            [.. differences.Select(Row).Select(row => (IReadOnlyList<TableCell>)[.. used.Select(c => row[c])])],
            arePaired ? _pairedNotes : _mixedNotes)
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
        new(d.IsPaired ? "paired" : $"unpaired, {OtherDraws}"),
    ];

    private static IReadOnlyList<string> Fields(PairedDifference d) =>
    [
        d.Group.Dataset, d.Group.Variant, d.Group.Model, TableFile.Text(d.Group.Ways), TableFile.Text(d.Group.Shots),
        TableFile.Text(d.Group.Queries), TableFile.Text(d.Group.Step), d.Group.Metric, d.MethodA, d.MethodB,
        TableFile.Text(d.MeanA), TableFile.Text(d.MeanB), TableFile.Text(d.Test.Difference),
        TestText.Unrounded(d.Test.Ci95), TestText.Unrounded(d.Test.T), TestText.Unrounded(d.Test.DegreesOfFreedom),
        TestText.Unrounded(d.Test.P), TestText.Unrounded(d.HolmP), TestText.Unrounded(d.Test.EffectSize),
        TableFile.Text(d.Test.N), d.IsPaired ? "" : OtherDraws,
    ];
}
