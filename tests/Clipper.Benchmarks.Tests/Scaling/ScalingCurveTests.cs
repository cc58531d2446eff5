using Clipper.Benchmarks.Comparison;
using Clipper.Benchmarks.Scaling;

namespace Clipper.Benchmarks.Tests.Scaling;

public sealed class ScalingCurveTests
{
    private static readonly int[] s_sizes = [1_000, 10_000, 100_000];

    [Fact]
    public void Large_fixed_cost_does_not_hide_quadratic_growth()
    {
        ScalingCurve curve = Curve(size => 10 + (1e-9 * size * size));

        Assert.Equal(2, curve.IncrementExponent ?? 0, 1e-9);
        Assert.True(curve.ExponentAt(1) < 0.01);
        Assert.True(curve.IsSuperLinear);
    }

    [Fact]
    public void Linear_growth_is_not_super_linear()
    {
        ScalingCurve curve = Curve(size => 0.5 + (1e-3 * size));

        Assert.Equal(1, curve.IncrementExponent ?? 0, 1e-9);
        Assert.True(curve.LastExponent < 1);
        Assert.False(curve.IsSuperLinear);
    }

    [Fact]
    public void Exponent_is_told_from_the_size_before()
    {
        ScalingCurve curve = Curve(size => Math.Pow(size, 1.5));

        Assert.Null(curve.ExponentAt(0));
        Assert.Equal(1.5, curve.ExponentAt(1) ?? 0, 1e-9);
        Assert.True(curve.IsSuperLinear);
    }

    [Fact]
    public void Time_that_falls_has_no_exponent_of_increments() =>
        Assert.Null(Curve(size => 1.0 / size).IncrementExponent);

    [Fact]
    public void Page_marks_growth_and_other_work()
    {
        ScalingCurve curve = Curve(size => 1e-9 * size * size, others: 1.5);

        string page = new ScalingPage("scaling", "| | |\n|---|---|\n| commit | abc |", [curve]).ToMarkdown();

        Assert.Contains("| commit | abc |", page, StringComparison.Ordinal);
        Assert.Contains("**grows faster than the size**", page, StringComparison.Ordinal);
        Assert.Contains("other programs used at most 1.50 cores", page, StringComparison.Ordinal);
        Assert.Contains("| 100,000 * | 10 s | 100 µs | 2.00 | 5 MB |", page, StringComparison.Ordinal);
        Assert.Contains("scaling-memory.svg", page, StringComparison.Ordinal);
    }

    private static ScalingCurve Curve(Func<double, double> seconds, double others = 0)
    {
        var subject = new ScalingSubject("work", "rows", s_sizes, _ => new ScalingWork(() => { }), _ => 0);
        return new ScalingCurve(
            subject,
            [.. s_sizes.Select(size => new ScalingPoint(size, new ChildRun(seconds(size), 0, 5_000_000), 0, others))]);
    }
}
