using Clipper.Core.Randomness;

namespace Clipper.Core.Tests.Randomness;

public sealed class RandomStateTests
{
    [Theory]
    [InlineData(0u, new[] { 2, 8, 4, 9, 1, 6, 7, 3, 0, 5 })]
    [InlineData(42u, new[] { 8, 1, 5, 0, 7, 2, 9, 4, 3, 6 })]
    public void Permutation_gives_the_order_of_NumPy(uint seed, int[] expected) =>
        Assert.Equal(expected, new RandomState(seed).Permutation(10));

    [Fact]
    public void NextIndex_gives_the_randint_of_NumPy()
    {
        var random = new RandomState(0u);

        int[] drawn = [.. Enumerable.Range(0, 10).Select(_ => random.NextIndex(10))];

        Assert.Equal([5, 0, 3, 3, 7, 9, 3, 5, 2, 4], drawn);
    }

    [Theory]
    [InlineData(13, 100, 0u, "6 11 4 10 2 ; 88 12 58 65 39 87 46 88 81 37")]
    [InlineData(40, 5000, 3u, "29 16 9 27 4 ; 383 1024 704 274 1396 2232 4039 2213 1789 545")]
    public void Choose_then_NextIndex_gives_the_protocol_vector(int labels, int images, uint seed, string expected)
    {
        var random = new RandomState(seed);

        int[] classes = random.Choose(labels, 5);
        int[] drawn = [.. Enumerable.Range(0, 10).Select(_ => random.NextIndex(images))];

        Assert.Equal(expected, $"{string.Join(' ', classes)} ; {string.Join(' ', drawn)}");
    }

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(16)]
    [InlineData(17)]
    [InlineData(50)]
    [InlineData(128)]
    [InlineData(129)]
    [InlineData(1000)]
    [InlineData(5003)]
    public void Choose_is_the_head_of_the_permutation_and_uses_up_all_of_it(int total)
    {
        for (uint seed = 0; seed < 20; seed++)
        {
            foreach (int count in new[] { 0, 1, 7, 20, total / 2, total - 1, total }.Where(n => n >= 0 && n <= total))
            {
                var whole = new RandomState(seed);
                var head = new RandomState(seed);

                Assert.Equal(whole.Permutation(total)[..count], head.Choose(total, count));
                Assert.Equal(whole.NextDouble(), head.NextDouble());
            }
        }
    }

    [Fact]
    public void Choose_of_more_than_there_are_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomState(0u).Choose(3, 4));

    [Fact]
    public void NextIndex_of_nothing_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>(() => new RandomState(0u).NextIndex(0));

    [Fact]
    public void Stream_of_a_seed_uses_all_64_bits()
    {
        double low = new RandomState(new Seed(1)).NextDouble();
        double high = new RandomState(new Seed(1 + (1UL << 32))).NextDouble();

        Assert.NotEqual(low, high);
    }
}
