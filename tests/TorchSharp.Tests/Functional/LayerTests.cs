using static TorchSharp.torch;
using static TorchSharp.torch.nn.functional;

namespace TorchSharp.Tests.Functional;

public sealed class LayerTests
{
    [Fact]
    public void Linear_is_the_product_with_the_transposed_weight()
    {
        using var weight = Values.Of([1, 2], 3, 4);

        Values.AssertEqual(linear(Values.Vector(1, 2), weight), [1], 11);
        Values.AssertEqual(linear(Values.Vector(1, 2), weight, Values.Vector(5)), [1], 16);
    }

    [Fact]
    public void Conv2d_slides_its_kernel()
    {
        using var image = arange(9, dtype: ScalarType.Float32).reshape(1, 1, 3, 3);
        using var kernel = Values.Of([1, 1, 2, 2], 1, 0, 0, -1);

        Values.AssertEqual(conv2d(image, kernel), [1, 1, 2, 2], -4, -4, -4, -4);
        Values.AssertEqual(conv2d(image, kernel, Values.Vector(1), strides: [2, 2]), [1, 1, 1, 1], -3);
        Values.AssertEqual(
            conv2d(image, kernel, padding: [1, 1], strides: [3, 3]), [1, 1, 2, 2], 0, 0, 0, 8);
    }

    [Fact]
    public void Layer_norm_divides_by_the_biased_deviation()
    {
        var (mean, deviation) = (2.5, Math.Sqrt(1.25 + 1e-5));
        var expected = new[] { 1, 2, 3, 4 }.Select(x => (x - mean) / deviation).ToArray();
        using var x = Values.Of([1, 4], 1, 2, 3, 4);

        Values.AssertEqual(layer_norm(x, [4]), [1, 4], expected);
        Values.AssertEqual(
            layer_norm(x, [4], full(4, 2.0), full(4, 1.0)), [1, 4], expected.Select(y => (2 * y) + 1).ToArray());
    }

    [Fact]
    public void Gelu_is_the_exact_form()
    {
        using var x = Values.Vector(-1, 0, 1, 2);

        Values.AssertEqual(gelu(x), [4], -0.158655254, 0, 0.841344746, 1.954499736);
        Values.AssertEqual(gelu(x, inplace: true), [4], -0.158655254, 0, 0.841344746, 1.954499736);
        Values.AssertEqual(x, [4], -0.158655254, 0, 0.841344746, 1.954499736);
    }

    [Fact]
    public void Activations_have_their_values()
    {
        Values.AssertEqual(relu(Values.Vector(-1, 2)), [2], 0, 2);
        Values.AssertEqual(nn.functional.sigmoid(Values.Vector(0)), [1], 0.5);
        Values.AssertEqual(nn.functional.softmax(Values.Vector(1, 1), -1), [2], 0.5, 0.5);
        Values.AssertEqual(log_softmax(Values.Vector(1, 1), -1), [2], -Math.Log(2), -Math.Log(2));
    }

    [Fact]
    public void Dropout_drops_only_in_training()
    {
        using var x = ones(1000);

        var dropped = dropout(x, 0.5).data<float>().ToArray();

        Assert.Equal([0f, 2f], dropped.Distinct().Order());
        Values.AssertEqual(dropout(x, 0.5, training: false).sum(), [], 1000);
    }

    [Fact]
    public void One_hot_rows_have_one_1()
    {
        using var labels = tensor(new long[] { 2, 0 });

        Assert.Equal([0L, 0, 1, 1, 0, 0], one_hot(labels).data<long>());
        Assert.Equal([2L, 5], one_hot(labels, 5).shape);
    }
}
