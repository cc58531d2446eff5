using Clipper.Core.Randomness;

namespace Clipper.Core.Tests.Randomness;

public sealed class Mt19937Tests
{
    [Fact]
    public void Next_of_the_default_seed_gives_the_published_numbers()
    {
        var random = new Mt19937(5489);

        uint[] first = Draw(random, 5);
        for (int i = 5; i < 9999; i++)
        {
            random.Next();
        }

        Assert.Equal([3499211612u, 581869302u, 3890346734u, 3586334585u, 545404204u], first);
        Assert.Equal(4123659995u, random.Next()); // ISO C++ [rand.predef]: the 10000th
    }

    [Fact]
    public void Next_of_the_reference_key_gives_the_numbers_of_mt19937ar_out()
    {
        var random = new Mt19937([0x123u, 0x234u, 0x345u, 0x456u]);

        Assert.Equal([1067595299u, 955945823u, 477289528u, 4107218783u, 4228976476u], Draw(random, 5));
    }

    [Fact]
    public void Key_that_is_empty_is_refused() =>
        Assert.Throws<ArgumentException>(() => new Mt19937(ReadOnlySpan<uint>.Empty));

    [Theory]
    [InlineData(0u, new[] { 0.5488135039273248, 0.7151893663724195, 0.6027633760716439 })]
    [InlineData(42u, new[] { 0.3745401188473625, 0.9507143064099162, 0.7319939418114051 })]
    public void NextDouble_gives_the_doubles_of_NumPy(uint seed, double[] expected)
    {
        var random = new Mt19937(seed);

        Assert.Equal(expected, expected.Select(_ => random.NextDouble()).ToArray());
    }

    [Fact]
    public void Interval_of_zero_draws_nothing()
    {
        var random = new Mt19937(5489);

        Assert.Equal(0u, random.Interval(0));
        Assert.Equal(3499211612u, random.Next());
    }

    [Fact]
    public void Interval_of_all_bits_is_the_draw_itself() =>
        Assert.Equal(3499211612u, new Mt19937(5489).Interval(uint.MaxValue));

    [Theory]
    [InlineData(1u)]
    [InlineData(2u)]
    [InlineData(6u)]
    public void Interval_reaches_every_value_about_equally_often(uint max)
    {
        var random = new Mt19937(7);
        var counts = new int[max + 1];

        for (int i = 0; i < 10_000 * counts.Length; i++)
        {
            counts[random.Interval(max)]++;
        }

        Assert.All(counts, count => Assert.InRange(count, 9_500, 10_500)); // five standard deviations
    }

    private static uint[] Draw(Mt19937 random, int count)
    {
        var numbers = new uint[count];
        for (int i = 0; i < count; i++)
        {
            numbers[i] = random.Next();
        }

        return numbers;
    }
}
