using Clipper.Core.Imprinting;

namespace Clipper.Core.Tests.Imprinting;

public sealed class HeadScoresTests
{
    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(256)]
    [InlineData(513)]
    public void Sigmoid_agrees_with_its_definition(int length)
    {
        double[] logits = [.. Enumerable.Range(0, length).Select(i => (i % 41) - 20.5)];
        double[] scores = [.. logits];

        HeadScores.Sigmoid<double>(scores);

        Assert.All(Enumerable.Range(0, length), i => Assert.Equal(PlainHead.Sigmoid(logits[i]), scores[i], 1e-15));
    }

    [Fact]
    public void Sigmoid_of_zero_is_a_half_and_of_the_infinities_zero_and_one()
    {
        float[] scores = [0, -0f, float.NegativeInfinity, float.PositiveInfinity, 1000, -1000];

        HeadScores.Sigmoid<float>(scores);

        Assert.Equal([0.5f, 0.5f, 0, 1, 1, 0], scores);
    }

    [Fact]
    public void Softmax_of_large_logits_neither_overflows_nor_vanishes()
    {
        double[] scores = [1000, 1000, -1000, -1000, -1000, -1000];

        HeadScores.Softmax<double>(scores, 3);

        Assert.Equal([0.5, 0.5, 0, 1 / 3.0, 1 / 3.0, 1 / 3.0], scores);
    }

    [Fact]
    public void Softmax_gives_nothing_to_minus_infinity()
    {
        float[] scores = [float.NegativeInfinity, 2, float.NegativeInfinity, float.NegativeInfinity];

        HeadScores.Softmax<float>(scores, 2);

        Assert.Equal([0, 1, 0, 0], scores);
    }
}
