using Clipper.Benchmarks.Comparison;

namespace Clipper.Benchmarks.Tests.Comparison;

public sealed class RoundsTests
{
    [Fact]
    public void Sides_take_turns_and_the_first_round_does_not_count()
    {
        var rounds = new Rounds(3);
        var turns = new List<char>();
        double[] ours = [99, 1, 2, 4];
        double[] theirs = [99, 2, 8, 4];

        rounds.Compare("work", "rows/s", (2, () => Turn('A', ours)), (2, () => Turn('B', theirs)));

        Assert.Equal("ABABABAB", string.Concat(turns));
        Assert.Contains("| work | 1 rows/s | 0.5 rows/s | 3 | 2.00 (1.00 to 4.00) | 2.00 |", rounds.Table,
            StringComparison.Ordinal);

        Measurement Turn(char side, double[] seconds)
        {
            turns.Add(side);
            double time = seconds[turns.Count(turn => turn == side) - 1];
            return new Measurement(time, time);
        }
    }

    [Fact]
    public void Memory_is_the_median_of_the_rounds_that_count()
    {
        var rounds = new Rounds(3);

        rounds.CompareMemory(
            "memory", [900_000_000, 10_000_000, 30_000_000, 20_000_000], [1, 2, 40_000_000, 99_000_000]);

        Assert.Contains("| memory | 20 MB | 40 MB | 3 | 0.500 of it | |", rounds.Table, StringComparison.Ordinal);
    }
}
