using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Probes;
using Clipper.Core.Tests.LinearAlgebra;

namespace Clipper.Core.Tests.Probes;

public sealed class TipAdapterTests
{
    private static readonly Matrix<float> s_support = Numbers.Normal<float>(7, 5, 1);
    private static readonly Matrix<float> s_texts = Numbers.Normal<float>(3, 5, 2);
    private static readonly Matrix<float> s_queries = Numbers.Normal<float>(4, 5, 3);
    private static readonly LabelRows s_labels = LabelRows.Of([[0], [1], [2], [0, 1], [1], [2], []], 3);

    [Theory]
    [InlineData(1.17, 5.5)]
    [InlineData(0, 1)]
    [InlineData(3, 0.1)]
    public void Logits_are_zero_shot_plus_the_answers_of_the_cache(double alpha, double beta)
    {
        Matrix<double> logits = Adapter().Logits(alpha, beta);

        for (int query = 0; query < 4; query++)
        {
            for (int c = 0; c < 3; c++)
            {
                double expected = 100 * Cosine(s_queries.Row(query), s_texts.Row(c));
                for (int row = 0; row < 7; row++)
                {
                    double answer = Math.Exp(-beta * (1 - Cosine(s_queries.Row(query), s_support.Row(row))));
                    expected += s_labels.Has(row, c) ? alpha * answer : 0;
                }

                Assert.Equal(expected, logits.Row(query)[c], 1e-9);
            }
        }
    }

    [Fact]
    public void Probabilities_are_a_softmax_of_the_logits()
    {
        double[] logits = Adapter().Logits(1, 1).Row(0).ToArray();

        double[] probabilities = Adapter().Probabilities(1, 1).Row(0).ToArray();

        Assert.Equal(1, probabilities.Sum(), 1e-12);
        Assert.Equal(Math.Exp(logits[0] - logits[1]), probabilities[0] / probabilities[1], 1e-6);
    }

    [Fact]
    public void Of_refuses_texts_that_are_not_one_a_class() => Assert.Throws<ArgumentException>(
        () => TipAdapter.Of(s_support, s_labels, Numbers.Normal<float>(2, 5, 4), s_queries, 100));

    private static TipAdapter Adapter() => TipAdapter.Of(s_support, s_labels, s_texts, s_queries, 100);

    private static double Cosine(ReadOnlySpan<float> left, ReadOnlySpan<float> right)
    {
        double product = 0, one = 0, two = 0;
        for (int k = 0; k < left.Length; k++)
        {
            product += (double)left[k] * right[k];
            one += (double)left[k] * left[k];
            two += (double)right[k] * right[k];
        }

        return product / Math.Sqrt(one * two);
    }
}
