using System.Text.Json;
using System.Text.RegularExpressions;
using Clipper.Core.Imprinting;
using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

internal sealed partial class GoldenBinary : GoldenMetrics
{
    private readonly bool[] _truth;
    private readonly bool[] _predicted;
    private readonly double[] _scores;

    public GoldenBinary(JsonElement golden)
        : base(golden)
    {
        _truth = Flags("y_true");
        _predicted = Flags("y_pred");
        _scores = [.. golden.GetProperty("y_score").EnumerateArray().Select(value => value.GetDouble())];
    }

    public override IEnumerable<object> Compute(string key) => key switch
    {
        "precision" or "recall" or "f1" or "jaccard" =>
            Numbers(ClassCounts.Of(_truth, _predicted).Ratio(RatioOf(key))),
        "average_precision" => Numbers(AveragePrecision.Binary<double>(_truth, _scores)),
        "roc_auc" => Numbers(RocAuc.Binary<double>(_truth, _scores)),
        "hamming_loss" => Numbers(MultiLabelAccuracy.Hamming(Column(_truth), Column(_predicted))),
        "confusion_matrix" => Confusion(),
        _ when TopKey().Match(key) is { Success: true } match =>
            Numbers(TopKAccuracy.Binary<double>(_truth, _scores, match.Groups[1].ValueSpan[0] - '0')),
        _ => throw Unknown(key),
    };

    [GeneratedRegex("^top([1-9])_1d$")]
    private static partial Regex TopKey();

    private IEnumerable<object> Confusion()
    {
        var matrix = ConfusionMatrix<int>.Of(
            Array.ConvertAll(_truth, Convert.ToInt32), Array.ConvertAll(_predicted, Convert.ToInt32));
        int[] indices = [.. Enumerable.Range(0, matrix.Labels.Count)];
        return Numbers(indices.SelectMany(i => indices.Select(j => (double)matrix[i, j])));
    }

    private bool[] Flags(string property) =>
        [.. Golden.GetProperty(property).EnumerateArray().Select(value => value.GetInt32() != 0)];

    private static LabelRows Column(bool[] flags) =>
        LabelRows.Of(Array.ConvertAll(flags, flag => flag ? new[] { 0 } : []), 1);
}
