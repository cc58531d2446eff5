using Clipper.Core.Randomness;
using Clipper.Core.Statistics;

namespace Clipper.Core.Tests.Statistics;

/// <summary>The 95 % intervals of tables hold the true mean in 94 to 96 % of simulated runs.</summary>
public sealed class CoverageTests
{
    private const int Runs = 4_000;

    [Theory]
    [InlineData(2)]
    [InlineData(10)]
    [InlineData(100)]
    public void Interval_of_normal_values_covers_the_mean_in_95_percent_of_runs(int episodes)
    {
        var random = new RandomState(1);

        double covered = Share(0.8, episodes, () => 0.8 + (0.1 * NormalNumbers.Next(random)));

        Assert.InRange(covered, 0.94, 0.96);
    }

    // What a run has: the share of 75 queries that are right, whose difficulty differs from episode to episode.
    [Fact]
    public void Interval_of_accuracies_over_100_episodes_covers_the_mean_in_95_percent_of_runs()
    {
        var random = new RandomState(2);

        double covered = Share(0.8, 100, () =>
        {
            double difficulty = 0.7 + (0.2 * random.NextDouble());
            return Enumerable.Range(0, 75).Count(_ => random.NextDouble() < difficulty) / 75.0;
        });

        Assert.InRange(covered, 0.94, 0.96);
    }

    private static double Share(double mean, int episodes, Func<double> value)
    {
        int covered = 0;
        var values = new double[episodes];
        for (int run = 0; run < Runs; run++)
        {
            for (int k = 0; k < episodes; k++)
            {
                values[k] = value();
            }

            var summary = Summary.Of(values);
            covered += Math.Abs(summary.Mean - mean) <= summary.Ci95 ? 1 : 0;
        }

        return (double)covered / Runs;
    }
}
