using Clipper.Core.Metrics;

namespace Clipper.Bench.Reports.Comparisons;

/// <summary>One value of two runs.</summary>
/// <param name="Group">Data set, model, setting, step and metric.</param>
/// <param name="Method">Label of the method.</param>
/// <param name="MeanA">Mean in the first run.</param>
/// <param name="MeanB">Mean in the second run.</param>
/// <param name="Test">The test of b − a.</param>
/// <param name="Unpaired">Why the episodes are not compared one by one; empty where they are.</param>
/// <param name="HolmP">The p-value after Holm's correction over all values that are compared.</param>
public sealed record RunDifference(
    ComparisonGroup Group, string Method, double MeanA, double MeanB, MeanTest Test, string Unpaired, double HolmP)
{
    /// <summary>Whether nothing differs: the means, and the values of all episodes where both runs drew the
    /// same.</summary>
    public required bool IsSame { get; init; }

    /// <summary>Whether the runs differ: p after Holm below 0.05.</summary>
    public bool IsSignificant => HolmP < PairedDifference.Level;

    /// <summary>Whether a larger mean is a better one.</summary>
    public bool HigherIsBetter => MetricCatalog.Find(Group.Metric)?.HigherIsBetter ?? true;

    /// <summary>By how much the second run is worse, in the metric's unit; negative where it is better.</summary>
    public double Loss => HigherIsBetter ? -Test.Difference : Test.Difference;

    /// <summary>What the comparison says.</summary>
    public RunVerdict Verdict =>
        IsSame ? RunVerdict.Same
        : double.IsNaN(HolmP) ? RunVerdict.Untested
        : !IsSignificant ? RunVerdict.NoDifference
        : Loss > 0 ? RunVerdict.Worse
        : RunVerdict.Better;

    /// <summary>Whether the second run is significantly worse, by more than <paramref name="margin"/>.</summary>
    public bool IsRegression(double margin) => IsSignificant && Loss > margin;

    /// <summary>Whether the mean moved by more than <paramref name="margin"/>, or became undefined, and no test says
    /// what that is worth.</summary>
    public bool IsUntestedBeyond(double margin) =>
        Verdict == RunVerdict.Untested && !(Math.Abs(MeanB - MeanA) <= margin);

    /// <summary>What it is a value of, for sentences.</summary>
    public string Name
    {
        get
        {
            string step = Group.Step is { } number ? FormattableString.Invariant($" step {number}") : "";
            return $"{Group.DatasetName} {Group.Model} {Group.Setting} {Method} {Group.Metric}{step}";
        }
    }
}
