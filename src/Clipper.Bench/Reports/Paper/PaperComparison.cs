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

    // Numbers read from the pixels of a plot agreed with printed ones to this.
    private const double ReadingError = 0.01;
    private const double Rounding = 1e-12;
    private const string BestThreshold = "best_threshold_";
    private const string UnknownF1 = "f1_csv";
    private const string AccuracyAsF1 = "f1_mislabelled";
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
            return new PaperRow(value, best, ours, interval, PaperVerdict.NotComparable, reason);
        }

        double difference = Math.Abs(ours - value.Value);
        double point = OnePoint + (value.IsReadFromPlot ? ReadingError : 0) + Rounding;
        PaperVerdict verdict = difference <= interval + Rounding ? PaperVerdict.InsideInterval
            : difference <= point ? PaperVerdict.WithinOnePoint
            : PaperVerdict.Off;
        return new PaperRow(value, best, ours, interval, verdict, string.Join("; ", Remarks(value, best)));
    }

    private static IEnumerable<string> Remarks(PublishedValue value, RunRecord ours)
    {
        if (value.IsReadFromPlot)
        {
            yield return "the paper's is read from a plot, ± 0.01";
        }

        if (ours.Mode != "paper")
        {
            yield return $"mode {ours.Mode}; the paper's is mode paper";
        }
    }

    private string ReasonAgainst(PublishedValue value, RunRecord ours, double number) =>
        !isPapersModel(ours.Model) ? $"another backbone: {ours.Model}"
        : value.IsDoubtful ? $"doubtful in the source: {value.Note}"
        : value.IsSuperseded ? "superseded in the source by a later output"
        : value.Metric == UnknownF1 ? "the source does not say how this F1 is averaged"
        : value.Metric == AccuracyAsF1 ? "called F1 in the source, but repeats accuracy"
        : double.IsNaN(number) ? "undefined in our run"
        : "";

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
