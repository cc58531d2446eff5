using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class AttentionTests
{
    private const int Rows = 3;
    private const int Width = 4;

    private readonly Tensor _q = Random(1);
    private readonly Tensor _k = Random(2);
    private readonly Tensor _v = Random(3);

    [Fact]
    public void Attention_is_the_softmax_of_scaled_products_times_values() =>
        Values.AssertClose(scaled_dot_product_attention(_q, _k, _v), Reference((_, _) => 0), 1e-6);

    [Fact]
    public void Composed_attention_is_the_same() =>
        Values.AssertClose(ComposedAttention(_q, _k, _v, null, 0, false), Reference((_, _) => 0), 1e-6);

    [Fact]
    public void Causal_attention_sees_no_later_row() =>
        Values.AssertClose(
            scaled_dot_product_attention(_q, _k, _v, is_casual: true),
            Reference((row, column) => column > row ? double.NegativeInfinity : 0),
            1e-6);

    [Fact]
    public void A_mask_of_numbers_is_added() =>
        Values.AssertClose(
            scaled_dot_product_attention(_q, _k, _v, eye(Rows)),
            Reference((row, column) => row == column ? 1 : 0),
            1e-6);

    [Fact]
    public void A_mask_of_truths_lets_through() =>
        Values.AssertClose(
            scaled_dot_product_attention(_q, _k, _v, eye(Rows).eq(0)),
            Reference((row, column) => row == column ? double.NegativeInfinity : 0),
            1e-6);

    [Fact]
    public void Mask_and_causality_exclude_each_other() =>
        Assert.Throws<ArgumentException>(() => scaled_dot_product_attention(_q, _k, _v, eye(Rows), is_casual: true));

    private static Tensor Random(ulong seed) =>
        randn(1, 1, Rows, Width, generator: new Generator(seed), dtype: ScalarType.Float64);

    private double[] Reference(Func<int, int, double> mask)
    {
        var (q, k, v) = (_q.data<double>().ToArray(), _k.data<double>().ToArray(), _v.data<double>().ToArray());
        var result = new double[Rows * Width];
        for (var row = 0; row < Rows; row++)
        {
            var weights = Enumerable.Range(0, Rows).Select(column => Math.Exp(
                mask(row, column) + (Enumerable.Range(0, Width).Sum(i => q[(row * Width) + i] * k[(column * Width) + i])
                    / Math.Sqrt(Width)))).ToArray();
            for (var i = 0; i < result.Length; i++)
            {
                if (i / Width == row)
                {
                    result[i] = weights.Select((weight, column) => weight * v[(column * Width) + (i % Width)]).Sum()
                        / weights.Sum();
                }
            }
        }

        return result;
    }
}
