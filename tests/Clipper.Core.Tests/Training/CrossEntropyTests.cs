using Clipper.Core.Training;

namespace Clipper.Core.Tests.Training;

public sealed class CrossEntropyTests
{
    [Fact]
    public void Categorical_is_minus_the_log_of_the_softmax()
    {
        double[] logits = [1, 2, 0.5];
        double sum = logits.Sum(Math.Exp);

        Assert.Equal(-Math.Log(Math.Exp(2) / sum), CrossEntropy.Categorical(logits, [1]), 13);
        Assert.Equal(
            -Math.Log(Math.Exp(1) / sum) - Math.Log(Math.Exp(0.5) / sum), CrossEntropy.Categorical(logits, [0, 2]), 13);
        Assert.Equal(0, CrossEntropy.Categorical(logits, []));
    }

    [Fact]
    public void Categorical_does_not_overflow() =>
        Assert.Equal(1_000, CrossEntropy.Categorical([0, 1_000], [0]), 9);

    [Theory]
    [InlineData(0, 1, 0.69314718055994529)]
    [InlineData(1_000, 0, 1_000)]
    [InlineData(-1_000, 0, 0)]
    public void Binary_does_not_overflow(double logit, double target, double expected) =>
        Assert.Equal(expected, CrossEntropy.Binary(logit, target), 12);
}
