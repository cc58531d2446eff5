using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class TensorReductionTests
{
    private readonly Tensor _x = Values.Of([2, 3], 3, 1, 2, 6, 5, 7);

    [Fact]
    public void Sums_and_means_run_over_the_named_dimensions()
    {
        Values.AssertEqual(_x.sum(), [], 24);
        Values.AssertEqual(_x.sum(0L), [3], 9, 6, 9);
        Values.AssertEqual(_x.sum([0, 1], keepdim: true), [1, 1], 24);
        Values.AssertEqual(_x.sum(0, 1), [], 24);
        Values.AssertEqual(_x.mean(), [], 4);
        Values.AssertEqual(_x.mean([1]), [2], 2, 6);
        Values.AssertEqual(_x.cumsum(1), [2, 3], 3, 4, 6, 6, 11, 18);
        Assert.Equal(ScalarType.Float64, _x.sum(ScalarType.Float64).dtype);
    }

    [Fact]
    public void Extremes_come_with_their_places()
    {
        var (largest, places) = _x.max(1);
        var (smallest, _) = _x.min(1, keepdim: true);

        Values.AssertEqual(largest, [2], 3, 7);
        Assert.Equal([0L, 2], places.data<long>());
        Values.AssertEqual(smallest, [2, 1], 1, 5);
        Values.AssertEqual(_x.max(), [], 7);
        Values.AssertEqual(_x.min(full(3, 4.0)), [2, 3], 3, 1, 2, 4, 4, 4);
        Assert.Equal(5, _x.argmax().item<long>());
        Assert.Equal([1L, 1, 1], argmax(_x, 0).data<long>());
    }

    [Fact]
    public void Orderings_sort_values_and_places()
    {
        var (values, places) = _x.topk(2);
        var (sorted, from) = sort(_x, descending: true, stable: true);

        Values.AssertEqual(values, [2, 2], 3, 2, 7, 6);
        Assert.Equal([0L, 2, 2, 0], places.data<long>());
        Values.AssertEqual(sorted, [2, 3], 3, 2, 1, 7, 6, 5);
        Assert.Equal([0L, 2, 1, 2, 0, 1], from.data<long>());
        Assert.Equal([1L, 2, 0, 1, 0, 2], argsort(_x).data<long>());
    }

    [Fact]
    public void Stable_sort_keeps_the_order_of_equal_values()
    {
        var (_, places) = sort(Values.Vector(1, 0, 1, 0), stable: true);

        Assert.Equal([1L, 3, 0, 2], places.data<long>());
    }

    [Fact]
    public void Spread_divides_by_n_minus_1_unless_told()
    {
        Values.AssertEqual(_x.var(1), [2], 1, 1);
        Values.AssertEqual(_x.var(1, unbiased: false), [2], 2.0 / 3, 2.0 / 3);
        Values.AssertEqual(_x.std(), [], Math.Sqrt(28.0 / 5));
        Values.AssertEqual(_x.std((0, 1), unbiased: false), [], Math.Sqrt(28.0 / 6));
    }

    [Fact]
    public void Norms_have_their_values()
    {
        using var x = Values.Of([2, 2], 3, 4, 0, 0);

        Values.AssertEqual(x.norm(), [], 5);
        Values.AssertEqual(x.norm(1), [2], 5, 0);
        Values.AssertEqual(x.norm(1, false, 1), [2], 7, 0);
        Values.AssertEqual(linalg.norm(x, "fro"), [], 5);
        Values.AssertEqual(linalg.norm(x, double.PositiveInfinity, [1]), [2], 4, 0);
        Values.AssertEqual(linalg.norm(x, dims: [1], keepdim: true), [2, 1], 5, 0);
        Values.AssertEqual(linalg.vector_norm(x, 1), [], 7);
    }

    [Fact]
    public void Softmax_sums_to_1_and_keeps_ratios()
    {
        Values.AssertEqual(softmax(Values.Vector(0, MathF.Log(3)), 0), [2], 0.25, 0.75);
        Values.AssertEqual(Values.Vector(0, MathF.Log(3)).log_softmax(0), [2], Math.Log(0.25), Math.Log(0.75));
    }
}
