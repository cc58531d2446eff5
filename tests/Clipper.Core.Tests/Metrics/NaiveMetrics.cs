namespace Clipper.Core.Tests.Metrics;

/// <summary>Metrics straight from their definitions, cell by cell: slow, and independent of the library.</summary>
internal static class NaiveMetrics
{
    public static double Hamming(bool[,] truth, bool[,] predicted) =>
        Cells(truth).Average(cell => truth[cell.Row, cell.Class] == predicted[cell.Row, cell.Class] ? 0.0 : 1.0);

    public static double Subset(bool[,] truth, bool[,] predicted) => Rows(truth).Average(
        row => Classes(truth).All(c => truth[row, c] == predicted[row, c]) ? 1.0 : 0.0);

    public static double Jaccard(bool[,] truth, bool[,] predicted) => Rows(truth).Average(row => Ratio(
        Classes(truth).Count(c => truth[row, c] && predicted[row, c]),
        Classes(truth).Count(c => truth[row, c] || predicted[row, c])));

    /// <summary>Precision, recall and F1 of the cells.</summary>
    public static (double Precision, double Recall, double F1) Ratios(
        bool[,] truth, bool[,] predicted, IEnumerable<(int Row, int Class)> cells)
    {
        (bool Truth, bool Predicted)[] pairs = [.. cells.Select(
            cell => (truth[cell.Row, cell.Class], predicted[cell.Row, cell.Class]))];
        int both = pairs.Count(p => p.Truth && p.Predicted);
        int positives = pairs.Count(p => p.Truth);
        int claimed = pairs.Count(p => p.Predicted);
        return (Ratio(both, claimed), Ratio(both, positives), Ratio(2 * both, positives + claimed));
    }

    public static (double Precision, double Recall, double F1) MacroRatios(bool[,] truth, bool[,] predicted)
    {
        var classes = Classes(truth)
            .Select(c => Ratios(truth, predicted, Rows(truth).Select(row => (row, c)))).ToList();
        return (classes.Average(c => c.Precision), classes.Average(c => c.Recall), classes.Average(c => c.F1));
    }

    /// <summary>Σ (Rₙ − Rₙ₋₁)·Pₙ over every distinct score as threshold, from the top.</summary>
    public static double AveragePrecision(IReadOnlyList<(bool Truth, float Score)> ranking)
    {
        double positives = ranking.Count(r => r.Truth);
        double sum = 0;
        double lastRecall = 0;
        foreach (float threshold in ranking.Select(r => r.Score).Distinct().OrderDescending())
        {
            var retrieved = ranking.Where(r => r.Score >= threshold).ToList();
            double hits = retrieved.Count(r => r.Truth);
            double recall = positives == 0 ? 0 : hits / positives;
            sum += (recall - lastRecall) * (hits / retrieved.Count);
            lastRecall = recall;
        }

        return sum;
    }

    /// <summary>Share of (positive, negative) pairs in the right order, one half for ties; NaN without pairs.</summary>
    public static double RocAuc(IReadOnlyList<(bool Truth, float Score)> ranking)
    {
        var pairs = ranking.Where(r => r.Truth).SelectMany(
            p => ranking.Where(r => !r.Truth)
                .Select(n => p.Score > n.Score ? 1 : p.Score == n.Score ? 0.5 : 0)).ToList();
        return pairs.Count == 0 ? double.NaN : pairs.Average();
    }

    public static IEnumerable<int> Rows(bool[,] cells) => Enumerable.Range(0, cells.GetLength(0));

    public static IEnumerable<int> Classes(bool[,] cells) => Enumerable.Range(0, cells.GetLength(1));

    public static IEnumerable<(int Row, int Class)> Cells(bool[,] cells) =>
        Rows(cells).SelectMany(row => Classes(cells).Select(c => (row, c)));

    private static double Ratio(int numerator, int denominator) =>
        denominator == 0 ? 0 : (double)numerator / denominator;
}
