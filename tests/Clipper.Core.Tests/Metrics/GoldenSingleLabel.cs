using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

internal sealed partial class GoldenSingleLabel : GoldenMetrics
{
    private readonly object[] _truth;
    private readonly object[] _predicted;
    private readonly Matrix<double>? _scores;

    public GoldenSingleLabel(JsonElement golden)
        : base(golden)
    {
        _truth = Labels("y_true");
        _predicted = Labels("y_pred");
        _scores = golden.GetProperty("y_score").ValueKind == JsonValueKind.Null ? null : Doubles("y_score");
    }

    private MatrixView<double> Scores => (_scores ?? throw Unknown("a metric of scores, without scores")).View;

    private int[] Encoded => Array.ConvertAll(_truth, label => Array.IndexOf(Columns, label));

    private LabelRows OneHot => LabelRows.Single(Encoded, Scores.Columns);

    // The label of each score column: the given ones, else 0 … n−1, else (labels beyond that) those that occur.
    private object[] Columns
    {
        get
        {
            if (Golden.GetProperty("labels").ValueKind != JsonValueKind.Null)
            {
                return Labels("labels");
            }

            object[] range = [.. Enumerable.Range(0, Scores.Columns).Cast<object>()];
            return _truth.All(range.Contains) ? range : [.. _truth.Distinct().Order()];
        }
    }

    public override IEnumerable<object> Compute(string key) => key switch
    {
        "accuracy" => Numbers(OnLabels(new Accuracy())),
        "balanced_accuracy" => Numbers(CountAverages.BalancedAccuracy(OnLabels(new PerClass()))),
        "confusion_matrix" => OnLabels(new Cells()),
        "confusion_labels" => OnLabels(new LabelList()),
        "confusion_matrix_all_labels" => OnLabels(new Cells(), Labels("labels")),
        "average_precision_onehot_None" => Numbers(AveragePrecision.PerClass(OneHot, Scores)),
        "average_precision_onehot_macro" => Numbers(AveragePrecision.Average(OneHot, Scores, Averaging.Macro)),
        "average_precision_onehot_micro" => Numbers(AveragePrecision.Average(OneHot, Scores, Averaging.Micro)),
        "roc_auc_onehot_macro" => Numbers(RocAuc.Average(OneHot, Scores, Averaging.Macro)),
        "roc_auc_ovr_macro" => Numbers(MultiClassRocAuc.OneVersusRest(Encoded, Scores)),
        "roc_auc_ovo_macro" => Numbers(MultiClassRocAuc.OneVersusOne(Encoded, Scores)),
        "log_loss" => Numbers(LogLoss.Of(Encoded, Scores)),
        _ when CountKey().Match(key) is { Success: true } match => Counted(match),
        _ when TopKey().Match(key) is { Success: true } match => Numbers(Top(match)),
        _ when EceKey().Match(key) is { Success: true } match => Numbers(Ece(match).Error),
        _ => throw Unknown(key),
    };

    public override IEnumerable<object> ComputeDetail(string key, string detail) =>
        detail == "bins_count_acc_conf" && EceKey().Match(key) is { Success: true } match
            ? BinNumbers(Ece(match))
            : base.ComputeDetail(key, detail);

    [GeneratedRegex("^(precision|recall|f1|jaccard)_(macro|micro|weighted|None)$")]
    private static partial Regex CountKey();

    [GeneratedRegex("^top([0-9]+)_(labels_given|no_labels|count)$")]
    private static partial Regex TopKey();

    [GeneratedRegex("^ece_top1_([0-9]+)$")]
    private static partial Regex EceKey();

    private IEnumerable<object> Counted(Match match)
    {
        CountRatio ratio = RatioOf(match.Groups[1].Value);
        ClassCounts[] classes = OnLabels(new PerClass());
        return match.Groups[2].Value switch
        {
            "macro" => Numbers(CountAverages.Macro(ratio, classes)),
            "micro" => Numbers(CountAverages.Micro(ratio, classes)),
            "weighted" => Numbers(CountAverages.Weighted(ratio, classes)),
            _ => Numbers(classes.Select(c => c.Ratio(ratio))),
        };
    }

    private double Top(Match match)
    {
        int k = int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture);
        return match.Groups[2].Value switch
        {
            "no_labels" => TopKAccuracy.OfOccurringClasses(Encoded, Scores, k),
            "labels_given" => TopKAccuracy.Of(Encoded, Scores, k),
            _ => Math.Round(TopKAccuracy.Of(Encoded, Scores, k) * _truth.Length, 9),
        };
    }

    private Calibration Ece(Match match) => Calibration.TopOne(
        Encoded, Scores, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    private object[] Labels(string property) =>
        [.. Golden.GetProperty(property).EnumerateArray().Select<JsonElement, object>(
            label => label.ValueKind == JsonValueKind.String ? label.GetString()! : label.GetInt32())];

    private TResult OnLabels<TResult>(IMatrixReader<TResult> reader, object[]? labels = null) =>
        _truth[0] is string ? OnLabels<string, TResult>(reader, labels) : OnLabels<int, TResult>(reader, labels);

    private TResult OnLabels<TLabel, TResult>(IMatrixReader<TResult> reader, object[]? labels)
        where TLabel : notnull
    {
        TLabel[] truth = [.. _truth.Cast<TLabel>()];
        TLabel[] predicted = [.. _predicted.Cast<TLabel>()];
        return reader.Read(labels is null
            ? ConfusionMatrix<TLabel>.Of(truth, predicted)
            : ConfusionMatrix<TLabel>.Of(truth, predicted, labels.Cast<TLabel>()));
    }

    // Reads a confusion matrix whatever its type of label.
    private interface IMatrixReader<out TResult>
    {
        TResult Read<TLabel>(ConfusionMatrix<TLabel> matrix)
            where TLabel : notnull;
    }

    private sealed class Accuracy : IMatrixReader<double>
    {
        public double Read<TLabel>(ConfusionMatrix<TLabel> matrix)
            where TLabel : notnull => matrix.Accuracy;
    }

    private sealed class PerClass : IMatrixReader<ClassCounts[]>
    {
        public ClassCounts[] Read<TLabel>(ConfusionMatrix<TLabel> matrix)
            where TLabel : notnull => matrix.PerClass();
    }

    private sealed class LabelList : IMatrixReader<IEnumerable<object>>
    {
        public IEnumerable<object> Read<TLabel>(ConfusionMatrix<TLabel> matrix)
            where TLabel : notnull =>
            matrix.Labels.Select<TLabel, object>(label => label is int number ? (double)number : label);
    }

    private sealed class Cells : IMatrixReader<IEnumerable<object>>
    {
        public IEnumerable<object> Read<TLabel>(ConfusionMatrix<TLabel> matrix)
            where TLabel : notnull
        {
            int[] indices = [.. Enumerable.Range(0, matrix.Labels.Count)];
            return Numbers(indices.SelectMany(i => indices.Select(j => (double)matrix[i, j])));
        }
    }
}
