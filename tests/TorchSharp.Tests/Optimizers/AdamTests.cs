using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

public sealed class AdamTests
{
    private const double Rate = 0.1;
    private const double Decay = 0.2;
    private static readonly double[] Start = [1, -2, 0.5];

    [Theory]
    [InlineData(false, 0, false, false)]
    [InlineData(false, Decay, false, false)]
    [InlineData(false, 0, true, true)]
    [InlineData(true, 0, false, false)]
    [InlineData(true, Decay, false, false)]
    [InlineData(true, Decay, true, true)]
    public void Steps_follow_the_published_algorithm(bool decoupled, double decay, bool amsgrad, bool maximize)
    {
        using var parameter = new Parameter(tensor(Start));
        using optim.Optimizer optimiser = decoupled
            ? optim.AdamW([parameter], Rate, weight_decay: decay, amsgrad: amsgrad, maximize: maximize)
            : optim.Adam([parameter], Rate, weight_decay: decay, amsgrad: amsgrad, maximize: maximize);
        var reference = Start.Select(value => new Reference(value, decoupled, decay, amsgrad, maximize)).ToList();

        for (var step = 1; step <= 10; step++)
        {
            optimiser.zero_grad();
            // The pull changes its size, so that the largest second moment is not the last one.
            using var loss = (parameter.pow(4) * (1.0 / step)).sum();
            loss.backward();
            optimiser.step();
            foreach (var one in reference) one.Step(4 * Math.Pow(one.Value, 3) / step);
        }

        Values.AssertClose(parameter, reference.Select(one => one.Value).ToArray(), 1e-12);
    }

    [Fact]
    public void The_first_step_is_as_long_as_the_rate()
    {
        using var parameter = new Parameter(tensor(Start));
        using var optimiser = optim.Adam([("x", parameter)], Rate);

        parameter.pow(2).sum().backward();
        optimiser.step();

        Values.AssertClose(parameter, [0.9, -1.9, 0.4], 1e-7);
    }

    [Fact]
    public void Parameters_without_a_gradient_stay()
    {
        using var used = new Parameter(ones(1));
        using var idle = new Parameter(ones(1));
        using var optimiser = optim.AdamW([used, idle], Rate, weight_decay: Decay);

        (used * 2).backward();
        optimiser.step();

        Values.AssertEqual(idle, [1], 1);
        Assert.NotEqual(1, used.item<float>());
    }

    [Fact]
    public void A_step_with_a_closure_returns_its_loss()
    {
        using var parameter = new Parameter(full(1, 3.0));
        using var optimiser = optim.Adam([parameter], Rate);

        using var unrecorded = no_grad();
        using var loss = optimiser.step(() =>
        {
            var value = parameter * 2;
            value.backward();
            return value;
        });

        Assert.NotNull(loss);
        Values.AssertEqual(loss, [1], 6);
        Values.AssertClose(parameter, [2.9], 1e-6);
    }

    private sealed class Reference(double value, bool decoupled, double decay, bool amsgrad, bool maximize)
    {
        private double _first;
        private double _second;
        private double _largest;
        private int _steps;

        public double Value { get; private set; } = value;

        public void Step(double gradient)
        {
            _steps++;
            if (maximize) gradient = -gradient;
            if (decoupled) Value *= 1 - (Rate * decay);
            else gradient += decay * Value;
            _first = (0.9 * _first) + (0.1 * gradient);
            _second = (0.999 * _second) + (0.001 * gradient * gradient);
            _largest = Math.Max(_largest, _second);
            var second = (amsgrad ? _largest : _second) / (1 - Math.Pow(0.999, _steps));
            Value -= Rate * (_first / (1 - Math.Pow(0.9, _steps))) / (Math.Sqrt(second) + 1e-8);
        }
    }
}
