namespace Clipper.Bench.Reports.Comparisons;

/// <summary>What the tests behind ranks are called in sentences.</summary>
internal static class TestNames
{
    /// <summary>The tests, the correction and the level.</summary>
    /// <param name="hasSeveralDraws">Whether methods of different draws are compared too.</param>
    public static string Of(bool hasSeveralDraws) => hasSeveralDraws
        ? "paired t-test on the same draws, Welch's t-test across draws, Holm, 0.05"
        : "paired t-test, Holm, 0.05";
}
