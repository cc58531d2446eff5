using System.Globalization;
using Clipper.Bench.Runs;

namespace Clipper.Bench.Reports.Paper;

/// <summary>Puts the numbers of a run beside those of the paper. As the paper's, ours are the best over thresholds and
/// epochs on the reported queries (PROTOCOL Q1): an oracle, whatever the run reports itself.</summary>
/// <param name="methods">The paper's name of each method, by its label.</param>
/// <param name="isPapersModel">Whether a model, by its name in the records, is the paper's CLIP ViT-B/32.</param>
public sealed class PaperComparison(
    IReadOnlyDictionary<string, string> methods, Func<string, bool> isPapersModel)
{
    private const double OnePoint = 0.01;
    private const string BestThreshold = "best_threshold_";
    private const string Step = "step";
    private const string Epoch = "epoch";

    /// <summary>One row for each published number and each of our methods and models that has a value for it, in the
    /// order of the published numbers.</summary>
    public IReadOnlyList<PaperRow> Compare(IReadOnlyList<PublishedValue> published, IReadOnlyList<RunRecord> records)
    {
        var rows = new List<PaperRow>();
        foreach (PublishedValue value in published.Where(value => PaperMethods.IsKnown(value.Method)))
        {
            IEnumerable<RunRecord> matching = records.Where(record => IsSame(value, record));
            rows.AddRange(matching
                .GroupBy(record => (record.Dataset, record.Variant, record.Model, record.Method, record.Queries))
                .Select(group => Row(value, BestRecord.Of([.. group]))));
        }

        return rows;
    }

    private bool IsSame(PublishedValue value, RunRecord record)
    {
        (string metric, int? step, int? epochs) = Split(value.Metric);
        return record.Ways == value.Ways
            && record.Shots == value.Shots
            && record.Step == step
            && (epochs is null || record.Epochs == epochs)
            && record.Metric == MetricOf(metric)
            && methods.TryGetValue(record.Method, out string? name)
            && PaperDatasets.Match(value.Dataset, record.Dataset, record.Variant)
            && PaperMethods.Match(value.Method, name, record.Step is not null);
    }

    private PaperRow Row(PublishedValue value, RunRecord best)
    {
        bool isThreshold = value.Metric.StartsWith(BestThreshold, StringComparison.Ordinal);
        double ours = isThreshold ? best.Threshold ?? double.NaN : best.Mean;
        double? interval = isThreshold ? null : best.Ci95;
        string reason = ReasonAgainst(value, best, ours);
        if (reason.Length > 0)
        {
            return new PaperRow(value, best.Method, ours, interval, PaperVerdict.NotComparable, reason);
        }

        double difference = Math.Abs(ours - value.Value);
        PaperVerdict verdict = difference <= interval ? PaperVerdict.InsideInterval
            : difference <= OnePoint + 1e-12 ? PaperVerdict.WithinOnePoint
            : PaperVerdict.Off;
        string remark = best.Mode == "paper" ? "" : $"mode {best.Mode}; the paper's is mode paper";
        return new PaperRow(value, best.Method, ours, interval, verdict, remark);
    }

    private string ReasonAgainst(PublishedValue value, RunRecord ours, double number) =>
        !isPapersModel(ours.Model)
            ? $"another backbone: {ours.Model}, by its weights' SHA-256 not the paper's CLIP ViT-B/32"
        : value.IsDoubtful ? $"doubtful in the source: {value.Note}"
        : double.IsNaN(number) ? "undefined in our run"
        : "";

    private static string MetricOf(string metric) =>
        metric.StartsWith(BestThreshold, StringComparison.Ordinal) ? metric[BestThreshold.Length..] : metric;

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
