namespace Clipper.Bench.Reports.Comparisons;

/// <summary>What the comparison of a value of two runs says.</summary>
public enum RunVerdict
{
    /// <summary>The value is the same, in every episode where both runs drew the same.</summary>
    Same,

    /// <summary>The values differ, and the test finds no difference.</summary>
    NoDifference,

    /// <summary>The second run is significantly better.</summary>
    Better,

    /// <summary>The second run is significantly worse.</summary>
    Worse,

    /// <summary>The values differ, and there is no test: fewer than two episodes of a side have a value.</summary>
    Untested,
}
