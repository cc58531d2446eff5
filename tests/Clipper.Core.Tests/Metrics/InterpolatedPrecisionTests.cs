using Clipper.Core.Metrics;

namespace Clipper.Core.Tests.Metrics;

public sealed class InterpolatedPrecisionTests
{
    // Ranking + − + −: precision 1 up to recall 0.5, then 2/3: (6 · 1 + 5 · 2/3) / 11.
    [Fact]
    public void Value_is_the_mean_of_eleven_precisions() => Assert.Equal(
        (6 + (5 * 2.0 / 3)) / 11,
        InterpolatedPrecision.Binary<double>([true, false, true, false], [0.9, 0.8, 0.7, 0.6]),
        1e-12);

    [Fact]
    public void Without_positives_it_is_zero_and_with_all_before_the_rest_one()
    {
        Assert.Equal(0, InterpolatedPrecision.Binary<float>([false, false], [0.1f, 0.2f]));
        Assert.Equal(1, InterpolatedPrecision.Binary<float>([false, true, true], [0.1f, 0.2f, 0.3f]), 1e-15);
    }

    [Fact]
    public void Value_equals_its_definition() => RandomCase.ForAll(
        RandomCase.MultiLabel,
        problem =>
        {
            double[] expected =
                [.. Enumerable.Range(0, problem.Classes).Select(c => Defined(problem, c))];

            double[] actual = MetricEvaluator.Rank(
                [MetricCatalog.Find("map_voc11") ?? throw new InvalidOperationException()],
                problem.LabelRows,
                problem.View);

            Assert.Equal(expected.Average(), actual[0], 1e-12);
        });

    private static double Defined(RandomCase problem, int c)
    {
        int[] rows = [.. Enumerable.Range(0, problem.Rows)];
        int positives = rows.Count(row => problem.Has(row, c));
        if (positives == 0)
        {
            return 0;
        }

        var points = rows.Select(row => problem.Score(row, c)).Distinct().Select(threshold =>
        {
            int[] found = [.. rows.Where(row => problem.Score(row, c) >= threshold)];
            int hits = found.Count(row => problem.Has(row, c));
            return (Hits: hits, Precision: (double)hits / found.Length);
        }).ToArray();
        return Enumerable.Range(0, 11).Average(step =>
            points.Where(point => 10 * point.Hits >= step * positives).Max(point => point.Precision));
    }
}
