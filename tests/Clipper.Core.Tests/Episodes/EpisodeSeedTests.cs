using Clipper.Core.Episodes;

namespace Clipper.Core.Tests.Episodes;

/// <summary>Streams held to NumPy 1.24: RandomState(number), and RandomState([number, seed]).permutation(10).</summary>
public sealed class EpisodeSeedTests
{
    [Theory]
    [InlineData(0, 0, new[] { 2, 8, 4, 9, 1, 6, 7, 3, 0, 5 })]
    [InlineData(0, 42, new[] { 8, 1, 5, 0, 7, 2, 9, 4, 3, 6 })]
    [InlineData(0, EpisodeSeed.FirstOfValidation + 5, new[] { 4, 7, 0, 8, 2, 3, 6, 5, 1, 9 })]
    [InlineData(1, 0, new[] { 9, 4, 0, 8, 1, 5, 3, 2, 6, 7 })]
    [InlineData(3, 7, new[] { 7, 4, 1, 6, 8, 3, 5, 2, 9, 0 })]
    [InlineData(2_000_000_000, 99, new[] { 4, 0, 3, 2, 5, 6, 8, 7, 1, 9 })]
    [InlineData(3, EpisodeSeed.FirstOfValidation + 5, new[] { 7, 6, 8, 5, 1, 9, 4, 3, 0, 2 })]
    public void Stream_is_numpy_s(int run, long number, int[] permutation) =>
        Assert.Equal(permutation, EpisodeSeed.Stream(EpisodeSeed.Of(run, number)).Permutation(10));

    [Fact]
    public void Seeds_share_no_episode()
    {
        IEnumerable<long> seeds =
            from run in new[] { 0, 1, 2, 99, 2_000_000_000, int.MaxValue }
            from number in new[] { 0, 1, 99_999, EpisodeSeed.FirstOfValidation, uint.MaxValue }
            select EpisodeSeed.Of(run, number);

        Assert.Equal(30, seeds.Distinct().Count());
        Assert.All(seeds, seed => Assert.True(seed >= 0));
    }

    [Fact]
    public void Numbers_outside_32_bits_are_refused()
    {
        Assert.Throws<ArgumentOutOfRangeException>(() => EpisodeSeed.Of(0, 1L << 32));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpisodeSeed.Of(-1, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => EpisodeSeed.Stream(-1));
    }

    [Theory]
    [InlineData(0, 7, "7")]
    [InlineData(3, 7, "7 of seed 3")]
    public void Text_names_the_number_and_the_seed(int run, long number, string text) =>
        Assert.Equal(text, EpisodeSeed.Text(EpisodeSeed.Of(run, number)));
}
