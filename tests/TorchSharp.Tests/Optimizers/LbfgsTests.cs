using TorchSharp.Modules;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Optimizers;

public sealed class LbfgsTests
{
    // f = (x² + 4 y²) / 2 from (1, 1), worked by hand: the first move is −g / ‖g‖₁, the second uses one pair.
    [Theory]
    [InlineData(1, 1.0, 0.8, 0.2)]
    [InlineData(1, 0.5, 0.9, 0.6)]
    [InlineData(2, 1.0, 9072.0 / 16705, -567.0 / 16705)]
    public void Moves_are_those_worked_by_hand(int iterations, double rate, double x, double y)
    {
        using var parameter = new Parameter(ones(2, ScalarType.Float64));
        using var optimiser = optim.LBFGS([parameter], rate, max_iter: iterations, max_eval: 100);

        optimiser.step(() => Bowl(parameter, optimiser));

        Values.AssertClose(parameter, [x, y], 1e-9);
    }

    [Fact]
    public void Iterations_over_several_steps_are_those_of_one()
    {
        using var once = new Parameter(ones(2, ScalarType.Float64));
        using var twice = new Parameter(ones(2, ScalarType.Float64));
        using var longer = optim.LBFGS([once], lr: 1, max_iter: 6, max_eval: 100);
        using var shorter = optim.LBFGS([twice], lr: 1, max_iter: 3, max_eval: 100);

        longer.step(() => Bowl(once, longer));
        shorter.step(() => Bowl(twice, shorter));
        shorter.step(() => Bowl(twice, shorter));

        Values.AssertClose(twice, once.data<double>().ToArray(), 1e-12);
    }

    [Fact]
    public void A_quadratic_of_many_unknowns_is_solved()
    {
        using var scope = NewDisposeScope();
        manual_seed(3);
        var root = randn(10, 10, ScalarType.Float64);
        var matrix = root.matmul(root.t()).add_(eye(10, dtype: ScalarType.Float64));
        var solution = randn(10, ScalarType.Float64);
        var target = matrix.matmul(solution);
        var parameter = new Parameter(zeros(10, ScalarType.Float64));
        using var optimiser = optim.LBFGS(
            [("x", parameter)], lr: 1, max_iter: 200, tolerange_grad: 1e-10, tolerance_change: 1e-16);

        optimiser.step(() =>
        {
            optimiser.zero_grad();
            var loss = (parameter * matrix.matmul(parameter)).sum() / 2 - (target * parameter).sum();
            loss.backward();
            return loss;
        });

        Values.AssertClose(parameter, solution.data<double>().ToArray(), 1e-8);
    }

    [Fact]
    public void Evaluations_are_limited()
    {
        var evaluations = 0;
        using var parameter = new Parameter(ones(2, ScalarType.Float64));
        using var optimiser = optim.LBFGS([parameter], lr: 0.01, max_iter: 20, max_eval: 5);

        using var loss = optimiser.step(() =>
        {
            evaluations++;
            return Bowl(parameter, optimiser);
        });

        Assert.Equal(5, evaluations);
        Assert.Equal(2.5, loss?.item<double>());
    }

    [Fact]
    public void At_the_bottom_nothing_moves()
    {
        var evaluations = 0;
        using var parameter = new Parameter(zeros(2, ScalarType.Float64));
        using var optimiser = optim.LBFGS([parameter]);

        optimiser.step(() =>
        {
            evaluations++;
            return Bowl(parameter, optimiser);
        });

        Assert.Equal(1, evaluations);
        Values.AssertEqual(parameter, [2], 0, 0);
    }

    [Fact]
    public void A_step_needs_a_closure()
    {
        using var parameter = new Parameter(ones(1));
        using var optimiser = optim.LBFGS([parameter]);

        Assert.Throws<ArgumentNullException>(() => optimiser.step(null));
    }

    private static Tensor Bowl(Parameter at, optim.Optimizer optimiser)
    {
        optimiser.zero_grad();
        var loss = (at.pow(2) * tensor(new double[] { 0.5, 2 })).sum();
        loss.backward();
        return loss;
    }
}
