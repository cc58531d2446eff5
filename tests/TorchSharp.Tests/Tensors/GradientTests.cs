using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class GradientTests
{
    [Fact]
    public void Gradient_of_a_square_is_twice_the_value()
    {
        using var x = tensor(new float[] { 1, -3 }, requires_grad: true);
        Assert.Null(x.grad);

        x.pow(2).sum().backward();

        Values.AssertEqual(Gradient(x), [2], 2, -6);
    }

    [Fact]
    public void Gradients_accumulate_and_can_be_removed_or_set()
    {
        using var x = ones(1, requires_grad: true);

        (x * 3).backward();
        (x * 4).backward();
        Values.AssertEqual(Gradient(x), [1], 7);

        x.grad = Values.Vector(2);
        Values.AssertEqual(Gradient(x), [1], 2);
        x.grad = null;
        Assert.Null(x.grad);
    }

    [Fact]
    public void Backward_takes_the_gradient_of_a_vector()
    {
        using var x = ones(2, requires_grad: true);

        (x * 3).backward([Values.Vector(1, 10)]);

        Values.AssertEqual(Gradient(x), [2], 3, 30);
    }

    [Fact]
    public void Backward_into_named_leaves_leaves_the_others_alone()
    {
        using var x = ones(1, requires_grad: true);
        using var y = ones(1, requires_grad: true);

        (x * y).backward(inputs: [y]);

        Assert.Null(x.grad);
        Values.AssertEqual(Gradient(y), [1], 1);
    }

    [Fact]
    public void A_graph_is_used_once_unless_it_is_kept()
    {
        using var x = ones(1, requires_grad: true);
        using var square = x * x;

        square.backward(retain_graph: true);
        square.backward();

        Values.AssertEqual(Gradient(x), [1], 4);
        Assert.Throws<System.Runtime.InteropServices.ExternalException>(() => square.backward());
    }

    [Fact]
    public void A_second_derivative_comes_from_the_recorded_first()
    {
        using var x = full(1, 2.0, requires_grad: true);

        x.pow(3).backward(create_graph: true);
        using var first = Gradient(x);
        x.grad = null;
        first.backward();

        Values.AssertEqual(Gradient(x), [1], 12);
        x.grad = null;
    }

    [Fact]
    public void Detached_tensors_are_not_recorded()
    {
        using var x = ones(1, requires_grad: true);

        Assert.False(x.detach().requires_grad);
        Assert.True(ones(1).requires_grad_().requires_grad);
    }

    public static TheoryData<string, Func<Tensor, Tensor>> Functions => new()
    {
        { "softmax", x => (x.softmax(1) * Weights).sum() },
        { "layer_norm", x => (nn.functional.layer_norm(x, [4]) * Weights).sum() },
        { "gelu", x => nn.functional.gelu(x).sum() },
        { "normalize", x => (nn.functional.normalize(x) * Weights).sum() },
        { "attention", x => (nn.functional.scaled_dot_product_attention(x, x, x, is_casual: true) * Weights).sum() },
        { "cross_entropy", x => nn.functional.cross_entropy(x, tensor(new long[] { 0, 3, 1 })) },
        { "conv2d", x => nn.functional.conv2d(x.view(1, 1, 3, 4), Weights[..2, ..2].view(1, 1, 2, 2)).pow(2).sum() },
        { "index", x => (x[tensor(new long[] { 1, 1 })] * Weights[..2]).sum() },
        { "einsum", x => einsum("ij,kj,ik->", x, x, Weights[.., ..3]) },
    };

    private static Tensor Weights => arange(12, dtype: ScalarType.Float64).reshape(3, 4).div(5).sub(1);

    [Theory]
    [MemberData(nameof(Functions))]
    public void Gradients_agree_with_finite_differences(string name, Func<Tensor, Tensor> function)
    {
        const double Step = 1e-5;
        using var scope = NewDisposeScope();
        var x = randn(3, 4, ScalarType.Float64, generator: new Generator(5)).requires_grad_();

        function(x).backward();
        var actual = Gradient(x).data<double>().ToArray();

        using var unrecorded = no_grad();
        for (var i = 0; i < actual.Length; i++)
        {
            using var shift = UnitAt(i) * Step;
            var expected = (function(x + shift) - function(x - shift)).item<double>() / (2 * Step);
            Assert.True(Math.Abs(expected - actual[i]) < 1e-7, $"{name} {i}: {actual[i]}, by differences {expected}");
        }
    }

    private static Tensor UnitAt(int element) =>
        nn.functional.one_hot(tensor((long)element), 12).view(3, 4).to(ScalarType.Float64);

    private static Tensor Gradient(Tensor x)
    {
        Assert.NotNull(x.grad);
        return x.grad;
    }
}
