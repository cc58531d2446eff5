using System.Globalization;
using Clipper.Bench.Configuration;
using Clipper.Bench.Reports.Paper;
using Clipper.Bench.Runs;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Reports.Artefacts;

/// <summary>Finds the values of a run that an artefact asks for, or says why there are none.</summary>
/// <param name="results">The run.</param>
/// <param name="experiment">Its experiment.</param>
internal sealed class ArtefactValues(RunResults results, Experiment experiment)
{
    private const string Sota = "sota";
    private const string Continual = "mwi_continual";

    private readonly IReadOnlyDictionary<string, string> _methods = PaperMethods.NamesOf(experiment);

    private readonly HashSet<string> _metrics =
        [.. experiment.Each.SelectMany(point => point.Metrics).Select(metric => metric.Name)];

    private readonly ReportedValue[] _headlines = [.. results.Reported.Where(value => value.IsHeadline)];

    /// <summary>The models of the run, in order.</summary>
    public IReadOnlyList<string> Models { get; } = [.. results.Records.Select(record => record.Model).Distinct()];

    /// <summary>The value of a cell.</summary>
    /// <param name="dataset">The data set.</param>
    /// <param name="query">Which value.</param>
    /// <param name="model">The model, where the query names none.</param>
    public ArtefactValue Of(ArtefactColumn dataset, ArtefactQuery query, string model)
    {
        if (query.Method == Sota)
        {
            return Published(dataset, query);
        }

        ReportedValue[] own = [.. Candidates(query).Where(value => dataset.Has(value.Record))];
        ReportedValue[] ofModel = [.. own.Where(value => IsModel(value.Record.Model))];
        ReportedValue[] ofMethod = [.. ofModel.Where(value => IsMethod(query, value.Record.Method))];
        ReportedValue[] ofSetting = [.. ofMethod.Where(value => IsSetting(dataset, query, value.Record))];
        ReportedValue? found = MetricsOf(dataset, query)
            .Select(metric => Array.Find(ofSetting, value => value.Record.Metric == metric))
            .FirstOrDefault(value => value is not null);
        return found is not null ? Value(found, query.Quantity)
            : results.Gaps.FirstOrDefault(gap => IsGap(gap, dataset, query)) is { } gap ? Gap(gap, dataset)
            : new ArtefactValue { Gap = WhyNot(dataset, query, own.Length, ofModel.Length, ofSetting.Length) };

        bool IsModel(string name) => query.Model is { } backbone ? IsBackbone(backbone, name) : name == model;
    }

    /// <summary>Whether a model of the run is a backbone of Figure 2.1.</summary>
    public bool IsBackbone(string backbone, string model) =>
        BackboneNames.Match(backbone, model, results.IsPapersModel(model));

    // Where the paper's patches, of one label each, stand beside data of several, it gives all of them the class
    // accuracy.
    private static IEnumerable<string> MetricsOf(ArtefactColumn dataset, ArtefactQuery query) =>
        (query.Metrics ?? []).Where(metric => metric != ArtefactLines.Top1
            || !PaperDatasets.IsMultiLabel(dataset.PaperName)
            || query.Metrics?.Contains(ArtefactLines.ClassAccuracy) != true);

    // The best of each number of epochs, or of each step alone, is not what tables report.
    private IEnumerable<ReportedValue> Candidates(ArtefactQuery query) =>
        query.Epochs is { } epochs
            ? results.Conditions.Where(value => value.Record.Epochs == epochs)
            : query is { Step: not null, Quantity: ArtefactQuantity.Threshold }
                ? results.Reported.Where(value => value.Scope is null or ChoiceScope.Step)
                : _headlines;

    private bool IsMethod(ArtefactQuery query, string label)
    {
        string name = _methods.GetValueOrDefault(label, "");
        return query.Method == Continual
            ? name.StartsWith("mwi_", StringComparison.Ordinal)
            : name == query.Method;
    }

    private static bool IsSetting(ArtefactColumn dataset, ArtefactQuery query, RunRecord record) =>
        record.Ways == (query.Ways is { } ways ? PaperDatasets.WaysOf(dataset.Request.Name, ways) : record.Ways)
        && record.Shots == (query.Shots ?? record.Shots)
        && record.Step == query.Step;

    private static ArtefactValue Value(ReportedValue found, ArtefactQuantity quantity) =>
        quantity == ArtefactQuantity.Mean
            ? double.IsNaN(found.Record.Mean)
                ? new ArtefactValue { Gap = "defined in no episode" }
                : new ArtefactValue
                {
                    Number = found.Record.Mean,
                    Ci95 = found.Record.Ci95,
                    Source = found,
                    IsMean = true,
                }
            : found.Record.Threshold is { } threshold
                ? new ArtefactValue { Number = threshold, Source = found }
                : new ArtefactValue { Gap = "no threshold" };

    private static ArtefactValue Published(ArtefactColumn dataset, ArtefactQuery query)
    {
        PublishedValue? found = PublishedValues.All.FirstOrDefault(value => value.Method == Sota
            && value.Dataset == dataset.PaperName && query.Metrics?.Contains(value.Metric) == true);
        return found is null
            ? new ArtefactValue { Gap = "the paper has no number" }
            : new ArtefactValue { Number = found.Value };
    }

    private string WhyNot(ArtefactColumn dataset, ArtefactQuery query, int own, int ofModel, int ofSetting)
    {
        if (own == 0 && results.Failures.FirstOrDefault(failure => dataset.HasCell(failure.Cell)) is { } failed)
        {
            return $"failed: {failed.Message.TrimEnd('.')}";
        }

        if (query.Model is { } backbone && !Models.Any(name => IsBackbone(backbone, name)))
        {
            return BackboneNames.WhyNot(backbone);
        }

        if (ofSetting > 0)
        {
            return WhyNoMetric(dataset, query);
        }

        if (!_methods.Keys.Any(label => IsMethod(query, label)))
        {
            return "no method of the experiment";
        }

        return own > 0 && ofModel > 0 ? WhyNot(query) : "no result";
    }

    private static ArtefactValue Gap(DataGap gap, ArtefactColumn dataset) => new()
    {
        Gap = gap.Reason,
        Absent = gap.Setting is null && gap.Method.Length == 0 ? dataset.NameInWords : "",
    };

    private string WhyNoMetric(ArtefactColumn dataset, ArtefactQuery query)
    {
        string[] asked = [.. MetricsOf(dataset, query)];
        string names = string.Join(" or ", asked);
        bool isOfOneLabel = asked.All(metric => MetricCatalog.Find(metric) is { SingleLabelOnly: true });
        return !asked.Any(_metrics.Contains) ? $"{names} is not among the metrics of the experiment"
            : isOfOneLabel && results.MultiLabel.Any(dataset.Has)
                ? $"{names} is not defined for several labels an image"
                : $"{names} is not defined here";
    }

    private bool IsGap(DataGap gap, ArtefactColumn dataset, ArtefactQuery query)
    {
        int? ways = query.Ways is { } asked ? PaperDatasets.WaysOf(dataset.Request.Name, asked) : null;
        return gap.Name == dataset.Request.Name
            && (gap.Method.Length == 0 || IsMethod(query, gap.Method))
            && dataset.IsVariant(gap.Variant)
            && (gap.Setting is not { } setting
                || ((ways ?? setting.Ways) == setting.Ways && (query.Shots ?? setting.Shots) == setting.Shots));
    }

    private static string WhyNot(ArtefactQuery query) => query switch
    {
        { Step: not null } => "no such step of a stream",
        { Ways: { } ways, Shots: { } shots } =>
            string.Create(CultureInfo.InvariantCulture, $"not run with {ways} ways and {shots} shots"),
        _ => "no result",
    };
}
