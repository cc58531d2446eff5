using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

public sealed class SgdTests
{
    // Loss 3x, so the gradient is 3; two steps of rate 0.1 from 1.
    [Theory]
    [InlineData(0, 0, false, false, 0.4)]
    [InlineData(0.5, 0, false, false, 0.25)]
    [InlineData(0.5, 0.5, false, false, 0.4)]
    [InlineData(0.5, 0, true, false, 0.025)]
    [InlineData(0, 0, false, true, 1.6)]
    public void Two_steps_follow_the_momentum(
        double momentum, double dampening, bool nesterov, bool maximize, double expected)
    {
        using var parameter = new Parameter(ones(1, ScalarType.Float64));
        using var optimiser = optim.SGD(
            [parameter], learningRate: 0.1, momentum, dampening, nesterov: nesterov, maximize: maximize);

        for (var i = 0; i < 2; i++)
        {
            optimiser.zero_grad();
            (parameter * 3).backward();
            optimiser.step();
        }

        Values.AssertClose(parameter, [expected], 1e-12);
    }

    [Fact]
    public void Weight_decay_is_added_to_the_gradient()
    {
        using var parameter = new Parameter(full(1, 2.0, ScalarType.Float64));
        using var optimiser = optim.SGD([("x", parameter)], 0.1, weight_decay: 0.5);

        (parameter * 3).backward();
        optimiser.step();

        Values.AssertClose(parameter, [2 - (0.1 * (3 + 1))], 1e-12);
    }
}
