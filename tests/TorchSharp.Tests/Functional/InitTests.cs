using static TorchSharp.torch;
using static TorchSharp.torch.nn;

namespace TorchSharp.Tests.Functional;

public sealed class InitTests
{
    [Fact]
    public void Constants_fill()
    {
        Values.AssertEqual(init.zeros_(ones(2)), [2], 0, 0);
        Values.AssertEqual(init.ones_(zeros(2)), [2], 1, 1);
        Values.AssertEqual(init.constant_(zeros(2), 3), [2], 3, 3);
    }

    [Theory]
    [InlineData(true, 0.1)]
    [InlineData(false, 0.04472135955)]
    public void Kaiming_bound_depends_on_the_fan(bool fanIn, double bound)
    {
        // a = √5: bound = √(2 / 6) · √(3 / fan) = 1 / √fan, with fans of 100 and 500.
        using var weight = torch.empty(500, 100);

        init.kaiming_uniform_(weight, Math.Sqrt(5), fanIn ? init.FanInOut.FanIn : init.FanInOut.FanOut);

        AssertUniform(weight, bound);
    }

    [Fact]
    public void Xavier_bound_depends_on_both_fans()
    {
        using var kernel = torch.empty(20, 10, 5, 5);

        init.xavier_uniform_(kernel, gain: 2);

        AssertUniform(kernel, 2 * Math.Sqrt(6.0 / (250 + 500)));
    }

    [Fact]
    public void Fans_need_two_dimensions() =>
        Assert.Throws<ArgumentException>(() => init.xavier_uniform_(zeros(3)));

    [Fact]
    public void Normal_draws_have_mean_and_deviation()
    {
        manual_seed(1);
        using var x = init.normal_(torch.empty(100_000), 3, 2);

        Assert.Equal(3, x.mean().item<float>(), 0.05);
        Assert.Equal(2, x.std().item<float>(), 0.05);
    }

    [Fact]
    public void Truncated_normal_draws_stay_within_their_ends()
    {
        manual_seed(1);
        using var x = init.trunc_normal_(torch.empty(100_000), 1, 2, -1, 2);

        Assert.InRange(x.min().item<float>(), -1, -0.99);
        Assert.InRange(x.max().item<float>(), 1.99, 2);
        // Mean of N(1, 4) cut to [-1, 2]: 1 + 2 (φ(-1) − φ(0.5)) / (Φ(0.5) − Φ(-1)).
        Assert.Equal(1 + (2 * (0.24197072 - 0.35206533) / (0.69146246 - 0.15865525)), x.mean().item<float>(), 0.02);
    }

    private static void AssertUniform(Tensor weight, double bound)
    {
        Assert.InRange(weight.max().item<float>(), bound * 0.99, bound);
        Assert.InRange(weight.min().item<float>(), -bound, -bound * 0.99);
        Assert.Equal(0, weight.mean().item<float>(), bound / 10);
    }
}
