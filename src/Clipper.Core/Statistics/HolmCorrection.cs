namespace Clipper.Core.Statistics;

/// <summary>Holm's step-down correction (1979): with it the chance that any of several true hypotheses is rejected
/// stays below the level, whatever their dependence.</summary>
public static class HolmCorrection
{
    /// <summary>Adjusted p-values in the order given: with m values sorted ascending, adjustedᵢ = max over j ≤ i of
    /// min(1, (m − j)·pⱼ), j from 0 (<c>statsmodels multipletests(method="holm")</c>). NaN stays NaN and counts as no
    /// test.</summary>
    public static double[] Adjust(IReadOnlyList<double> values)
    {
        int[] order =
        [
            .. Enumerable.Range(0, values.Count).Where(i => !double.IsNaN(values[i])).OrderBy(i => values[i]),
        ];
        var adjusted = new double[values.Count];
        Array.Fill(adjusted, double.NaN);
        double least = 0;
        for (int j = 0; j < order.Length; j++)
        {
            least = Math.Max(least, Math.Min(1, (order.Length - j) * values[order[j]]));
            adjusted[order[j]] = least;
        }

        return adjusted;
    }
}
