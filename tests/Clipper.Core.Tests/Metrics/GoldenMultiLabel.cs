using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

internal sealed partial class GoldenMultiLabel : GoldenMetrics
{
    private readonly LabelRows _truth;
    private readonly LabelRows _predicted;
    private readonly Matrix<double> _scores;

    public GoldenMultiLabel(JsonElement golden)
        : base(golden)
    {
        _truth = Indicator("y_true");
        _predicted = Indicator("y_pred");
        _scores = Doubles("y_score");
    }

    /// <summary>The decision by threshold gives the case's predictions.</summary>
    public void AssertDecision()
    {
        LabelRows decided = Predictions.AtLeast<double>(_scores, Golden.GetProperty("threshold").GetDouble());

        for (int row = 0; row < _truth.Rows; row++)
        {
            Assert.Equal(_predicted.Row(row).ToArray(), decided.Row(row).ToArray());
        }
    }

    public override IEnumerable<object> Compute(string key) => key switch
    {
        "hamming_loss" => Numbers(MultiLabelAccuracy.Hamming(_truth, _predicted)),
        "accuracy_subset" => Numbers(MultiLabelAccuracy.Subset(_truth, _predicted)),
        "classwise_accuracy" => Numbers(MultiLabelAccuracy.PerClass(_truth, _predicted)),
        "c_accuracy" => Numbers(MultiLabelAccuracy.Mean(_truth, _predicted)),
        "average_precision_None" => Numbers(AveragePrecision.PerClass<double>(_truth, _scores)),
        "average_precision_macro_over_classes_with_positives" =>
            Numbers(AveragePrecision.MacroOverClassesWithPositives<double>(_truth, _scores)),
        "roc_auc_None" => Numbers(RocAuc.PerClass<double>(_truth, _scores)),
        "roc_auc_per_class_where_defined" => Numbers(RocAuc.PerClassWhereDefined<double>(_truth, _scores)),
        _ when CountKey().Match(key) is { Success: true } match => Counted(match),
        _ when RankedKey().Match(key) is { Success: true } match => Ranked(match),
        _ when EceKey().Match(key) is { Success: true } match => Numbers(Ece(match).Error),
        _ => throw Unknown(key),
    };

    public override IEnumerable<object> ComputeDetail(string key, string detail) =>
        detail == "bins_count_posrate_conf" && EceKey().Match(key) is { Success: true } match
            ? BinNumbers(Ece(match))
            : base.ComputeDetail(key, detail);

    [GeneratedRegex("^(precision|recall|f1|jaccard)_(macro|micro|weighted|samples|None)(?:_zero_division_([01]))?$")]
    private static partial Regex CountKey();

    [GeneratedRegex("^(average_precision|roc_auc)_(macro|micro|weighted|samples)$")]
    private static partial Regex RankedKey();

    [GeneratedRegex("^ece_binary_([0-9]+)$")]
    private static partial Regex EceKey();

    private IEnumerable<object> Counted(Match match)
    {
        CountRatio ratio = RatioOf(match.Groups[1].Value);
        double zeroDivision = match.Groups[3].Value == "1" ? 1 : 0;
        return match.Groups[2].Value == "None"
            ? Numbers(MultiLabelCounts.PerClass(_truth, _predicted).Select(c => c.Ratio(ratio, zeroDivision)))
            : Numbers(MultiLabelCounts.Average(ratio, _truth, _predicted, AveragingOf(match), zeroDivision));
    }

    private IEnumerable<object> Ranked(Match match) => Numbers(match.Groups[1].Value == "roc_auc"
        ? RocAuc.Average<double>(_truth, _scores, AveragingOf(match))
        : AveragePrecision.Average<double>(_truth, _scores, AveragingOf(match)));

    private Calibration Ece(Match match) => Calibration.Binary<double>(
        _truth, _scores, int.Parse(match.Groups[1].Value, CultureInfo.InvariantCulture));

    private static Averaging AveragingOf(Match match) => Enum.Parse<Averaging>(match.Groups[2].Value, ignoreCase: true);
}
