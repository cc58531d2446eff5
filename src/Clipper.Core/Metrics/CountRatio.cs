namespace Clipper.Core.Metrics;

/// <summary>A ratio of the counts of one class (or of one row): see <see cref="ClassCounts"/>.</summary>
public enum CountRatio
{
    /// <summary>TP / (TP + FP); sklearn <c>precision_score</c>.</summary>
    Precision,

    /// <summary>TP / (TP + FN); sklearn <c>recall_score</c>.</summary>
    Recall,

    /// <summary>2 · precision · recall / (precision + recall); sklearn <c>f1_score</c>.</summary>
    F1,

    /// <summary>TP / (TP + FP + FN); sklearn <c>jaccard_score</c>.</summary>
    Jaccard,
}
