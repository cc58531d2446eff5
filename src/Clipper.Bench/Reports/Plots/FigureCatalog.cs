using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Reports.Plots;

/// <summary>The figures that a run's records allow: each metric by shots or by setting, by threshold, by training
/// epochs, and by step of a continual stream.</summary>
public static class FigureCatalog
{
    /// <summary>All figures: first those of whole subjects, in the order of the records, then those of streams, then
    /// those of single settings.</summary>
    /// <param name="records">Every value.</param>
    /// <param name="reported">Those that tables report.</param>
    /// <param name="conditions">Those of every number of training epochs.</param>
    public static IReadOnlyList<Figure> Of(
        IReadOnlyList<RunRecord> records,
        IReadOnlyList<ReportedValue> reported,
        IReadOnlyList<ReportedValue> conditions)
    {
        (FigureSubject Subject, RunRecord[] Records, ReportedValue[] Chosen)[] subjects =
        [
            .. records.GroupBy(SubjectOf).Select(subject => (
                subject.Key,
                subject.ToArray(),
                reported.Where(v => v.IsHeadline && SubjectOf(v.Record) == subject.Key).ToArray())),
        ];
        return
        [
            .. from each in subjects
               from headline in Headlines.All
               from figure in Headline(each.Subject, each.Chosen, headline)
               select figure,
            .. from each in subjects
               from headline in Headlines.All
               from figure in ByStep(each.Subject, each.Chosen, headline)
               select figure,
            .. from each in subjects
               from figure in BySetting(each.Subject, each.Records, each.Chosen, conditions)
               select figure,
        ];
    }

    private static IEnumerable<Figure> BySetting(
        FigureSubject subject, RunRecord[] records, ReportedValue[] chosen, IReadOnlyList<ReportedValue> conditions)
    {
        foreach (var setting in records.Where(r => r.Step is null).GroupBy(SettingOf))
        {
            ReportedValue[] own =
            [
                .. conditions.Where(value => SubjectOf(value.Record) == subject
                    && SettingOf(value.Record) == setting.Key && value.Record.Step is null),
            ];
            foreach (Figure figure in ByEpochs(subject, setting.Key, own)
                .Concat(ByThreshold(subject, setting.Key, [.. setting.Where(r => IsShown(r, chosen))])))
            {
                yield return figure;
            }
        }
    }

    // Settings that differ in shots alone make a number line; any others are categories.
    private static IEnumerable<Figure> Headline(
        FigureSubject subject, ReportedValue[] values, (string Metric, string Label) headline)
    {
        ReportedValue[] shown =
            [.. values.Where(v => v.Record.Metric == headline.Metric && v.Record.Step is null)];
        RunRecord[] own = [.. shown.Select(value => value.Record)];
        string[] settings = [.. own.Select(SettingOf).Distinct()];
        if (own.Length == 0)
        {
            yield break;
        }

        bool byShots = settings.Length > 1 && own.DistinctBy(r => (r.Ways, r.Queries)).Count() == 1;
        Curve[] curves = CurvesOf(own, r => byShots ? r.Shots ?? 0 : Array.IndexOf(settings, SettingOf(r)));
        yield return subject.Figure(
            $"{headline.Metric}-by-{(byShots ? "shots" : "setting")}",
            byShots ? $"{own[0].Ways}-way" : "",
            byShots ? "shots (support images a class)" : "setting (ways, shots, queries a class)",
            AxisOf(headline.Label),
            FigureCaption.Of(shown, curves),
            curves) with
        {
            Categories = byShots ? [] : settings,
            Levels = headline.Metric == "accuracy" ? Chance(own) : [],
        };
    }

    private static IEnumerable<Figure> ByStep(
        FigureSubject subject, ReportedValue[] values, (string Metric, string Label) headline)
    {
        IEnumerable<ReportedValue> own =
            values.Where(v => v.Record.Metric == headline.Metric && v.Record.Step is not null);
        foreach (var setting in own.GroupBy(value => SettingOf(value.Record)))
        {
            Curve[] curves = CurvesOf(setting.Select(value => value.Record), record => record.Step ?? 0);
            yield return subject.Figure(
                $"{headline.Metric}-by-step-{setting.Key}", setting.Key, "step of the stream (tasks learnt)",
                AxisOf(headline.Label), FigureCaption.Of([.. setting], curves), curves);
        }
    }

    // Of trained methods the epochs that tables report: a curve for each of many would hide everything.
    private static bool IsShown(RunRecord record, ReportedValue[] chosen)
    {
        RunRecord[] own =
        [
            .. chosen.Select(value => value.Record).Where(each => each.Metric == record.Metric
                && each.Method == record.Method && each.Step is null && SettingOf(each) == SettingOf(record)),
        ];
        return own.Length == 0 || own.Any(each => each.Epochs == record.Epochs);
    }

    private static IEnumerable<Figure> ByThreshold(FigureSubject subject, string setting, RunRecord[] records)
    {
        RunRecord[] own = [.. records.Where(r => r.Metric == "o_f1" && r.Threshold is not null)];
        Curve[] curves =
        [
            .. own.GroupBy(r => (r.Method, r.Epochs, r.Copies)).Where(curve => curve.Count() > 1).Select(curve =>
                new Curve(
                    ConditionLabel(curve.Key.Method, curve.Key.Epochs, curve.Key.Copies),
                    [.. curve.Select(r => PointOf(r, r.Threshold ?? 0)).OrderBy(point => point.X)])
                {
                    Subject = curve.Key.Method,
                }),
        ];
        if (curves.Length > 0)
        {
            yield return subject.Figure(
                $"o_f1-by-threshold-{setting}", setting, "decision threshold (score)", AxisOf(Headlines.NameOf("o_f1")),
                FigureCaption.Of(own, curves), curves);
        }
    }

    // At the threshold that was chosen for each number of epochs, on validation or, in paper mode, on the queries.
    private static IEnumerable<Figure> ByEpochs(FigureSubject subject, string setting, ReportedValue[] values)
    {
        ReportedValue[] own = [.. values.Where(value => value.Record.Metric == "o_f1")];
        if (own.Length > 0)
        {
            Curve[] curves = CurvesOf(own.Select(value => value.Record), record => record.Epochs ?? 0);
            yield return subject.Figure(
                $"o_f1-by-epochs-{setting}", setting, "training epochs", AxisOf(Headlines.NameOf("o_f1")),
                FigureCaption.Of(own, curves), curves);
        }
    }

    // With the range that every metric here has.
    private static string AxisOf(string name) => name.EndsWith(')') ? $"{name[..^1]}, 0 to 1)" : $"{name} (0 to 1)";

    private static Curve[] CurvesOf(IEnumerable<RunRecord> records, Func<RunRecord, double> placeOf) =>
    [
        .. records.GroupBy(record => record.Method).Select(method => new Curve(
            method.Key, [.. method.Select(record => PointOf(record, placeOf(record))).OrderBy(point => point.X)])),
    ];

    private static IReadOnlyList<Level> Chance(RunRecord[] records)
    {
        int?[] ways = [.. records.Select(r => r.Ways).Distinct()];
        return ways is [{ } only] ? [new Level("chance", 1.0 / only)] : [];
    }

    private static string ConditionLabel(string method, int? epochs, int? copies) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"{method}{(epochs is { } e ? $", {e} epochs" : "")}{(copies is { } c ? $", {c} copies" : "")}");

    private static FigureSubject SubjectOf(RunRecord r) => new(r.Dataset, r.Variant, r.Model);

    private static CurvePoint PointOf(RunRecord record, double x) => new(x, record.Mean, record.Ci95);

    private static string SettingOf(RunRecord record) =>
        SettingText.Of(new EpisodePlan(record.Ways ?? 0, record.Shots ?? 0, record.Queries ?? 0));
}
