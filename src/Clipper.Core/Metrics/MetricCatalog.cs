using Clipper.Core.Continual;

namespace Clipper.Core.Metrics;

/// <summary>Every metric by name: those of the paper's files (PROTOCOL section 6) and those that readers look for
/// besides. docs/metrics.md says the same at length.</summary>
public static class MetricCatalog
{
    private static readonly (Metric Metric, RankingRule Rule)[] s_ranking =
    [
        Ranking(
            "accuracy",
            "share of samples whose arg-max class (lowest index on ties) is the label; accuracy_score",
            RankingRules.Accuracy, singleLabel: true),
        Ranking(
            "balanced_accuracy",
            "mean recall of the classes that occur, arg-max decision; balanced_accuracy_score",
            RankingRules.BalancedAccuracy, singleLabel: true),
        Ranking(
            "top1_accuracy",
            "share of samples whose label has the best score, higher column on ties; top_k_accuracy_score(k=1)",
            RankingRules.Top1, singleLabel: true),
        Ranking(
            "top5_accuracy",
            "share of samples whose label is among the 5 best scores; top_k_accuracy_score(k=5)",
            RankingRules.Top5, singleLabel: true),
        Ranking(
            "map",
            "mean over classes of average precision, 0 for a class without positives; average_precision_score(macro)",
            RankingRules.Map),
        Ranking(
            "map_positives",
            "mean of average precision over the classes that have positives; not in sklearn",
            RankingRules.MapOverPositives),
        Ranking(
            "map_voc11",
            "mean over classes of 11-point interpolated average precision (PASCAL VOC 2007); not in sklearn",
            RankingRules.MapVoc11),
        Ranking(
            "map_weighted",
            "mean over classes of average precision, weighted by positives; average_precision_score(weighted)",
            RankingRules.MapWeighted),
        Ranking(
            "map_micro",
            "average precision of all cells together; average_precision_score(micro)",
            RankingRules.MapMicro),
        Ranking(
            "map_samples",
            "mean over samples of average precision; average_precision_score(samples)",
            RankingRules.MapSamples),
        Ranking(
            "roc_auc_macro",
            "mean over classes of the area under the ROC curve; roc_auc_score(macro)",
            RankingRules.RocAucMacro),
        Ranking(
            "roc_auc_micro",
            "area under the ROC curve of all cells together; roc_auc_score(micro)",
            RankingRules.RocAucMicro),
        Ranking(
            "roc_auc_weighted",
            "mean over classes of the area under the ROC curve, weighted by positives; roc_auc_score(weighted)",
            RankingRules.RocAucWeighted),
        Ranking(
            "roc_auc_samples",
            "mean over samples of the area under the ROC curve of their row; roc_auc_score(samples)",
            RankingRules.RocAucSamples),
        Ranking(
            "coverage_error",
            "mean over samples of the classes down to the label that scores least; coverage_error",
            RankingRules.CoverageError, higherIsBetter: false),
        Ranking(
            "ranking_loss",
            "mean over samples of the share of label and other class in the wrong order; label_ranking_loss",
            RankingRules.RankingLoss, higherIsBetter: false),
        Ranking(
            "lrap",
            "label ranking average precision; label_ranking_average_precision_score",
            RankingRules.Lrap),
        Ranking(
            "ece",
            "expected calibration error of the best class, 15 bins; not in sklearn",
            RankingRules.Ece, singleLabel: true, higherIsBetter: false),
        Ranking(
            "ece_binary",
            "expected calibration error of all cells, 15 bins; not in sklearn",
            RankingRules.EceBinary, higherIsBetter: false),
        Ranking(
            "log_loss",
            "mean of -ln of the label's probability; log_loss",
            RankingRules.CrossEntropy, singleLabel: true, higherIsBetter: false),
    ];

    private static readonly (Metric Metric, Func<DecisionTally, double> Rule)[] s_decision =
    [
        Decision(
            "hamming",
            "share of cells predicted wrongly; hamming_loss",
            DecisionRules.Hamming, higherIsBetter: false),
        Decision(
            "jaccard",
            "mean over samples of intersection over union, 0 for two empty sets; jaccard_score(samples)",
            DecisionRules.PerSample(CountRatio.Jaccard)),
        Decision(
            "subset_accuracy",
            "share of samples whose label set is predicted exactly; accuracy_score",
            DecisionRules.SubsetAccuracy),
        Decision(
            "o_f1",
            "F1 over all cells; f1_score(micro)",
            DecisionRules.Overall(CountRatio.F1)),
        Decision(
            "o_precision",
            "precision over all cells; precision_score(micro)",
            DecisionRules.Overall(CountRatio.Precision)),
        Decision(
            "o_recall",
            "recall over all cells; recall_score(micro)",
            DecisionRules.Overall(CountRatio.Recall)),
        Decision(
            "c_f1",
            "mean F1 over classes; f1_score(macro)",
            DecisionRules.PerClass(CountRatio.F1)),
        Decision(
            "c_precision",
            "mean precision over classes; precision_score(macro)",
            DecisionRules.PerClass(CountRatio.Precision)),
        Decision(
            "c_recall",
            "mean recall over classes; recall_score(macro)",
            DecisionRules.PerClass(CountRatio.Recall)),
        Decision(
            "w_f1",
            "mean F1 over classes, weighted by positives; f1_score(weighted)",
            DecisionRules.Weighted(CountRatio.F1)),
        Decision(
            "w_precision",
            "mean precision over classes, weighted by positives; precision_score(weighted)",
            DecisionRules.Weighted(CountRatio.Precision)),
        Decision(
            "w_recall",
            "mean recall over classes, weighted by positives; recall_score(weighted)",
            DecisionRules.Weighted(CountRatio.Recall)),
        Decision(
            "s_f1",
            "mean F1 over samples; f1_score(samples)",
            DecisionRules.PerSample(CountRatio.F1)),
        Decision(
            "s_precision",
            "mean precision over samples; precision_score(samples)",
            DecisionRules.PerSample(CountRatio.Precision)),
        Decision(
            "s_recall",
            "mean recall over samples; recall_score(samples)",
            DecisionRules.PerSample(CountRatio.Recall)),
        Decision(
            "c_accuracy",
            "mean over classes of the share of samples decided rightly = 1 - hamming; 1 - hamming_loss",
            DecisionRules.ClassAccuracy),
    ];

    private static readonly (Metric Metric, Func<TransferMatrix, double> Rule)[] s_stream =
    [
        Stream("final_average", "mean over tasks after the last step", stream => stream.FinalAverage),
        Stream(
            "incremental_average", "mean over steps of the mean over tasks learnt",
            stream => stream.IncrementalAverage),
        Stream(
            "backward_transfer", "mean change of a task since it was learnt", stream => stream.BackwardTransfer),
        Stream(
            "forgetting", "mean loss of a task since it was done best", stream => stream.Forgetting,
            higherIsBetter: false),
        Stream(
            "forward_transfer", "mean of a task before it is learnt, less that of a blind learner",
            stream => stream.ForwardTransfer),
    ];

    private static readonly Dictionary<string, RankingRule> s_rankingRules =
        s_ranking.ToDictionary(entry => entry.Metric.Name, entry => entry.Rule, StringComparer.Ordinal);

    private static readonly Dictionary<string, Func<DecisionTally, double>> s_decisionRules =
        s_decision.ToDictionary(entry => entry.Metric.Name, entry => entry.Rule, StringComparer.Ordinal);

    /// <summary>All metrics, in the fixed order of tables: ranking metrics, then decision metrics.</summary>
    public static IReadOnlyList<Metric> All { get; } =
        [.. s_ranking.Select(entry => entry.Metric), .. s_decision.Select(entry => entry.Metric)];

    /// <summary>The figures of a continual stream, which every stream has; no experiment names them.</summary>
    public static IReadOnlyList<Metric> OfStreams { get; } = [.. s_stream.Select(entry => entry.Metric)];

    /// <summary>The metric of that name (case matters), be it one of streams, or null.</summary>
    public static Metric? Find(string name) =>
        All.Concat(OfStreams).FirstOrDefault(metric => string.Equals(metric.Name, name, StringComparison.Ordinal));

    /// <summary>The figures of a stream, in the order of <see cref="OfStreams"/>.</summary>
    public static double[] Values(TransferMatrix stream) => Array.ConvertAll(s_stream, entry => entry.Rule(stream));

    /// <exception cref="ArgumentException">It is not a ranking metric of the catalogue.</exception>
    internal static RankingRule RankingRuleOf(Metric metric) => s_rankingRules.TryGetValue(metric.Name, out var rule)
        ? rule
        : throw new ArgumentException($"'{metric.Name}' is not a ranking metric.");

    /// <exception cref="ArgumentException">It is not a decision metric of the catalogue.</exception>
    internal static Func<DecisionTally, double> DecisionRuleOf(Metric metric) =>
        s_decisionRules.TryGetValue(metric.Name, out var rule)
            ? rule
            : throw new ArgumentException($"'{metric.Name}' is not a decision metric.");

    private static (Metric Metric, RankingRule Rule) Ranking(
        string name, string description, RankingRule rule, bool singleLabel = false, bool higherIsBetter = true) =>
        (new(name, MetricBasis.Ranking, higherIsBetter, singleLabel, description), rule);

    private static (Metric Metric, Func<TransferMatrix, double> Rule) Stream(
        string name, string description, Func<TransferMatrix, double> rule, bool higherIsBetter = true) =>
        (new(name, MetricBasis.Stream, higherIsBetter, SingleLabelOnly: false, description), rule);

    private static (Metric Metric, Func<DecisionTally, double> Rule) Decision(
        string name, string description, Func<DecisionTally, double> rule, bool higherIsBetter = true) =>
        (new(name, MetricBasis.Decision, higherIsBetter, SingleLabelOnly: false, description), rule);
}
