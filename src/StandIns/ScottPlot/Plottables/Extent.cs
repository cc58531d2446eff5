namespace ScottPlot.Plottables;

// The limits of finite values.
internal static class Extent
{
    public static AxisLimits Of(IEnumerable<double> xs, IEnumerable<double> ys)
    {
        double[] x = [.. xs.Where(double.IsFinite)];
        double[] y = [.. ys.Where(double.IsFinite)];
        return new(Least(x), Greatest(x), Least(y), Greatest(y));
    }

    public static AxisLimits Of(IReadOnlyCollection<AxisLimits> limits) => Of(
        [.. limits.Select(each => each.Left), .. limits.Select(each => each.Right)],
        [.. limits.Select(each => each.Bottom), .. limits.Select(each => each.Top)]);

    private static double Least(double[] values) => values.Length > 0 ? values.Min() : double.NaN;

    private static double Greatest(double[] values) => values.Length > 0 ? values.Max() : double.NaN;
}
