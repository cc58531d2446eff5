using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

public sealed class CosineAnnealingTests
{
    [Fact]
    public void Rates_follow_half_a_cosine_and_rise_again()
    {
        const double First = 0.4;
        const double Last = 0.1;
        using var parameter = new Parameter(ones(1));
        using var optimiser = optim.SGD([parameter], First);
        var scheduler = optim.lr_scheduler.CosineAnnealingLR(optimiser, 5, Last);

        for (var epoch = 0; epoch <= 10; epoch++)
        {
            var expected = Last + ((First - Last) * (1 + Math.Cos(Math.PI * epoch / 5)) / 2);
            Assert.Equal(expected, scheduler.get_last_lr().Single(), 1e-12);
            Assert.Equal(expected, optimiser.ParamGroups.Single().LearningRate, 1e-12);
            scheduler.step();
        }
    }

    [Fact]
    public void The_optimiser_steps_with_the_rate_that_was_set()
    {
        using var parameter = new Parameter(ones(1));
        using var optimiser = optim.SGD([parameter], 1);
        optimiser.ParamGroups.Single().LearningRate = 0.25;

        (parameter * 2).backward();
        optimiser.step();

        Values.AssertEqual(parameter, [1], 0.5);
    }
}
