using System.Globalization;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Paper;

/// <summary>Puts the numbers of a run beside those of the paper. As the paper's, ours are the best over thresholds and
/// epochs on the reported queries (PROTOCOL Q1): an oracle, whatever the run reports itself.</summary>
/// <param name="run">The run.</param>
internal sealed class PaperComparison(PaperRun run)
{
    private const double OnePoint = 0.01;
    private const double Rounding = 1e-12;
    private const string BestThreshold = "best_threshold_";
    private const string UnknownF1 = "f1_csv";
    private const string AccuracyAsF1 = "f1_mislabelled";
    private const string Step = "step";
    private const string Epoch = "epoch";
    private const string AnotherBackbone = "another backbone: ";

    /// <summary>Whether a remark is about the backbone.</summary>
    public static bool IsOfBackbone(string remark) => remark.StartsWith(AnotherBackbone, StringComparison.Ordinal);

    /// <summary>One row for each published number and each of our methods and models that has a value for it, in the
    /// order of the published numbers.</summary>
    public IReadOnlyList<PaperRow> Compare(IReadOnlyList<PublishedValue> published, IReadOnlyList<RunRecord> records)
    {
        ILookup<(string, int?, int?, int?), RunRecord> ours =
            records.ToLookup(record => (record.Metric, record.Ways, record.Shots, record.Step));
        var twice = published.GroupBy(Quantity).Where(same => same.Count() > 1).Select(same => same.Key).ToHashSet();
        var rows = new List<PaperRow>();
        foreach (PublishedValue value in published.Where(value => PaperMethods.IsKnown(value.Method)))
        {
            string source = twice.Contains(Quantity(value)) ? $"source: {value.Source}" : "";
            (string metric, int? step, int? epochs) = Split(value.Metric);
            IEnumerable<RunRecord> matching = ours[(MetricOf(metric), value.Ways, value.Shots, step)]
                .Where(record => (epochs is null || record.Epochs == epochs) && IsSame(value, record));
            rows.AddRange(matching
                .GroupBy(record => (record.Dataset, record.Variant, record.Model, record.Method, record.Queries))
                .Select(group => Row(value, BestRecord.Of([.. group]), source)));
        }

        return rows;
    }

    // What several numbers of one table stand for, where the source has more than one.
    private static (string, string, string, int?, int?, string) Quantity(PublishedValue value) =>
        (value.Table, value.Dataset, value.Method, value.Ways, value.Shots, value.Metric);

    private bool IsSame(PublishedValue value, RunRecord record) =>
        run.Methods.TryGetValue(record.Method, out string? name)
        && PaperDatasets.Match(value.Dataset, record.Dataset, record.Variant)
        && PaperMethods.Match(value.Method, name, record.Step is not null);

    private PaperRow Row(PublishedValue value, RunRecord best, string source)
    {
        bool isThreshold = value.Metric.StartsWith(BestThreshold, StringComparison.Ordinal);
        double ours = isThreshold ? best.Threshold ?? double.NaN : best.Mean;
        double? interval = isThreshold ? null : best.Ci95;
        string[] reasons = [.. Reasons(value, best, ours), .. Reasons(value)];
        string note = PaperCaveats.NoteOf(value);
        bool isSaid = note.Length == 0 || reasons.Any(reason => reason.EndsWith(note, StringComparison.Ordinal));
        string[] remarks = [.. reasons, .. isSaid ? [] : new[] { note }, .. Remarks(value, best, source)];
        PaperVerdict verdict = reasons.Length > 0 ? PaperVerdict.NotComparable : Verdict(value, ours, interval);
        return new PaperRow(value, best, ours, interval, verdict, remarks);
    }

    private static PaperVerdict Verdict(PublishedValue value, double ours, double? interval)
    {
        double difference = Math.Abs(ours - value.Value);
        return difference <= interval + Rounding ? PaperVerdict.InsideInterval
            : difference <= OnePoint + PaperCaveats.ReadingErrorOf(value) + Rounding ? PaperVerdict.WithinOnePoint
            : PaperVerdict.Off;
    }

    // Against the published number itself, whatever ours is.
    private static IEnumerable<string> Reasons(PublishedValue value)
    {
        if (PaperCaveats.DoubtAbout(value) is { } doubt)
        {
            yield return $"doubtful in the source: {doubt}";
        }

        if (value.IsSuperseded)
        {
            yield return "superseded in the source by a later output";
        }

        if (value.Metric == UnknownF1)
        {
            yield return "the source does not say how this F1 is averaged";
        }

        if (value.Metric == AccuracyAsF1)
        {
            yield return "called F1 in the source, but repeats accuracy";
        }
    }

    // Against putting ours beside it.
    private IEnumerable<string> Reasons(PublishedValue value, RunRecord ours, double number)
    {
        if (!run.IsPapersModel(ours.Model))
        {
            yield return AnotherBackbone + ours.Model;
        }

        // After the last step no class is left to be learnt, and both are the same.
        if (ours.Step < ours.Ways && run.Masked.Contains(ours.Method))
        {
            yield return "classes not learnt yet are masked, the paper folds them into \"none\"";
        }

        IReadOnlyList<int> queries = PaperSetup.QueriesOf(value);
        if (ours.Queries is { } own && queries.Count > 0 && !queries.Contains(own))
        {
            string noun = own == 1 ? "query" : "queries";
            yield return Text($"{own} {noun} a class, the paper {string.Join(" or ", queries)}");
        }

        if (PaperSetup.PoolOf(value) is { } pool
            && run.Sizes.TryGetValue((ours.Dataset, ours.Variant), out DatasetSize size)
            && !size.IsLike(pool))
        {
            yield return Text($"other data: {size}, the paper {pool.Images} of {pool.Classes}");
        }

        if (double.IsNaN(number))
        {
            yield return "undefined in our run";
        }
    }

    private static IEnumerable<string> Remarks(PublishedValue value, RunRecord ours, string source)
    {
        if (value.IsReadFromPlot)
        {
            yield return Text($"the paper's is read from a plot, ± {PaperCaveats.ReadingErrorOf(value)}");
        }

        if (ours.Mode != "paper")
        {
            yield return $"mode {ours.Mode}; the paper's is mode paper";
        }

        if (source.Length > 0)
        {
            yield return source;
        }
    }

    private static string Text(FormattableString text) => FormattableString.Invariant(text);

    // The metric of ours that stands beside a published one.
    private static string MetricOf(string metric) => metric switch
    {
        UnknownF1 => "o_f1",
        "accuracy_csv" or AccuracyAsF1 => "accuracy",
        _ when metric.StartsWith(BestThreshold, StringComparison.Ordinal) => metric[BestThreshold.Length..],
        _ => metric,
    };

    // "o_f1@step3" or "best_threshold_o_f1@epoch20".
    private static (string Metric, int? Step, int? Epochs) Split(string metric)
    {
        if (metric.Split('@') is not [var name, var place])
        {
            return (metric, null, null);
        }

        return place.StartsWith(Step, StringComparison.Ordinal)
            ? (name, int.Parse(place.AsSpan(Step.Length), CultureInfo.InvariantCulture), null)
            : (name, null, int.Parse(place.AsSpan(Epoch.Length), CultureInfo.InvariantCulture));
    }
}
