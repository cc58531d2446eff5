using System.Globalization;
using Clipper.Bench.Reports.Tables;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>Two runs side by side, as tables.</summary>
public static class RunComparisonTable
{
    private const string Method = "method";

    private static readonly string[] _heads =
    [
        "data set", "model", "setting", "step", "metric", Method, "A", "B", "B − A", "effect size", "p (Holm)", "n",
        "episodes", "verdict",
    ];

    private static readonly string[] _movedHeads =
    [
        "data set", "model", "setting", "step", "metric", Method, "augment", "copies",
        "epochs", "threshold", "A", "B", "B − A",
    ];

    private static readonly string[] _columns =
    [
        "dataset", "variant", "model", "ways", "shots", "queries", "step", "metric", "method", "mean_a", "mean_b",
        "difference", "ci95", "t", "p", "p_holm", "effect_size", "n", "unpaired", "verdict",
    ];

    private static readonly string[] _notes =
    [
        "B − A: ± is the half width of its 95 % t-interval, of the differences episode by episode where both runs drew "
        + "the same episodes (paired), else of both runs apart (Welch).",
        "Effect size: Cohen's d. p: two-sided t-test, corrected by Holm over all values that are compared. Better and "
        + "worse: p below 0.05. Same: the means are equal, and so is every episode where both runs drew the same.",
    ];

    private static readonly string _untested =
        "Untested: the values differ, and fewer than 2 episodes of a run have them, so that there is no test; run both "
        + "with 2 episodes or more.";

    /// <summary>Every value that both runs report.</summary>
    public static ResultTable Of(RunComparison comparison) => WithNames(UsedColumns.Of(new ResultTable(
        "compare", "Two runs, value by value", _heads, [.. comparison.Differences.Select(Cells)],
        [
            .. _notes, .. comparison.Untested.Count > 0 ? [_untested] : Array.Empty<string>(), .. comparison.Notes,
            .. Apart(comparison),
        ])));

    /// <summary>The numbers of records.csv that moved, at most <paramref name="most"/> of them.</summary>
    public static ResultTable Moved(RunComparison comparison, int most)
    {
        int left = comparison.Moved.Count - most;
        return WithNames(UsedColumns.Of(new ResultTable(
            "moved",
            string.Create(CultureInfo.InvariantCulture, $"Numbers that moved ({comparison.Moved.Count})"),
            _movedHeads,
            [.. comparison.Moved.Take(most).Select(Cells)],
            left > 0 ? [string.Create(CultureInfo.InvariantCulture, $"… and {left} more; --json lists all.")] : [])));
    }

    /// <summary>Every value that both runs report as CSV, with unrounded numbers.</summary>
    public static string Csv(RunComparison comparison) =>
        TableFile.CsvText(_columns, comparison.Differences.Select(Fields));

    /// <summary>What a difference says, in a word.</summary>
    public static string Verdict(RunDifference difference) => difference.Verdict switch
    {
        RunVerdict.Same => "same",
        RunVerdict.NoDifference => "no significant difference",
        RunVerdict.Better => "better",
        RunVerdict.Worse => "worse",
        _ => "untested",
    };

    // What stands before A names a row; its last column does so alone, but for the conditions of a method, and the
    // others stand once above the rows that share them.
    private static ResultTable WithNames(ResultTable table)
    {
        string[] names = [.. table.Heads.TakeWhile(head => head != "A")];
        int conditions = names.Length - 1 - Array.IndexOf(names, Method);
        return table with
        {
            GroupColumns = names.Length - Math.Max(1, conditions),
            NameColumns = names.Length,
        };
    }

    private static IEnumerable<string> Apart(RunComparison comparison)
    {
        if (comparison.Missing.Count > 0)
        {
            yield return $"In A alone: {string.Join("; ", comparison.Missing)}.";
        }

        if (comparison.Added.Count > 0)
        {
            yield return $"In B alone: {string.Join("; ", comparison.Added)}.";
        }
    }

    private static TableCell[] Cells(RunDifference d) =>
    [
        new(d.Group.DatasetName),
        new(d.Group.Model),
        new(d.Group.Setting),
        new(TableFile.Text(d.Group.Step), d.Group.Step),
        new(d.Group.Metric),
        new(d.Method),
        Mean(d.MeanA),
        Mean(d.MeanB),
        new(TestText.Difference(d.Test.Difference, d.Test.Ci95), d.Test.Difference),
        new(TestText.Effect(d.Test.EffectSize), d.Test.EffectSize),
        new(TestText.P(d.HolmP), d.HolmP),
        new(TableFile.Text(d.Test.N), d.Test.N),
        new(d.Unpaired.Length == 0 ? "paired" : $"unpaired, {d.Unpaired}"),
        new(Verdict(d)),
    ];

    private static TableCell[] Cells(MovedNumber moved)
    {
        RunRecord r = moved.Record;
        var group = ComparisonGroup.Of(r);
        double? difference = moved.MeanB - r.Mean;
        return
        [
            new(group.DatasetName),
            new(group.Model),
            new(group.Setting),
            new(TableFile.Text(group.Step), group.Step),
            new(group.Metric),
            new(r.Method),
            new(r.Augment ?? ""),
            new(TableFile.Text(r.Copies), r.Copies),
            new(TableFile.Text(r.Epochs), r.Epochs),
            new(TableFile.Text(r.Threshold), r.Threshold),
            Exact(r.Mean),
            moved.MeanB is { } mean ? Exact(mean) : new TableCell("missing"),
            difference is { } value
                ? new TableCell(value.ToString("+0.0e+0;-0.0e+0;0", CultureInfo.InvariantCulture), value)
                : new TableCell("–"),
        ];
    }

    private static TableCell Mean(double mean) => new(new SummaryValue(mean, null).ToString(), mean);

    private static TableCell Exact(double mean) => new(TableFile.Text(mean), mean);

    private static IReadOnlyList<string> Fields(RunDifference d) =>
    [
        d.Group.Dataset, d.Group.Variant, d.Group.Model, TableFile.Text(d.Group.Ways), TableFile.Text(d.Group.Shots),
        TableFile.Text(d.Group.Queries), TableFile.Text(d.Group.Step), d.Group.Metric, d.Method,
        TestText.Unrounded(d.MeanA), TestText.Unrounded(d.MeanB), TestText.Unrounded(d.Test.Difference),
        TestText.Unrounded(d.Test.Ci95), TestText.Unrounded(d.Test.T), TestText.Unrounded(d.Test.P),
        TestText.Unrounded(d.HolmP), TestText.Unrounded(d.Test.EffectSize), TableFile.Text(d.Test.N), d.Unpaired,
        Verdict(d),
    ];
}
