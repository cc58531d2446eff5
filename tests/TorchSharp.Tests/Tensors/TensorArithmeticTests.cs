using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class TensorArithmeticTests
{
    private readonly Tensor _x = Values.Vector(1, 2, 4);
    private readonly Tensor _y = Values.Vector(4, 2, 1);

    [Fact]
    public void Operators_take_tensors_and_numbers_on_both_sides()
    {
        Values.AssertEqual(_x + _y, [3], 5, 4, 5);
        Values.AssertEqual(_x - 1, [3], 0, 1, 3);
        Values.AssertEqual(1 - _x, [3], 0, -1, -3);
        Values.AssertEqual(2.5 * _x, [3], 2.5, 5, 10);
        Values.AssertEqual(_x / _y, [3], 0.25, 1, 4);
        Values.AssertEqual(8f / _x, [3], 8, 4, 2);
        Values.AssertEqual(-_x, [3], -1, -2, -4);
    }

    [Fact]
    public void Methods_agree_with_the_operators()
    {
        Values.AssertEqual(_x.add(_y, 2), [3], 9, 6, 6);
        Values.AssertEqual(_x.sub(_y), [3], -3, 0, 3);
        Values.AssertEqual(_x.mul(_y), [3], 4, 4, 4);
        Values.AssertEqual(_x.div(3, RoundingMode.floor), [3], 0, 0, 1);
        Values.AssertEqual((-_x).div(3, RoundingMode.trunc), [3], 0, 0, -1);
        Values.AssertEqual(_x.pow(2), [3], 1, 4, 16);
        Values.AssertEqual(_x.pow(_y), [3], 1, 4, 4);
        Values.AssertEqual(_x.sqrt(), [3], 1, Math.Sqrt(2), 2);
        Values.AssertEqual(_x.rsqrt(), [3], 1, 1 / Math.Sqrt(2), 0.5);
        Values.AssertEqual(_x.clamp(1.5, 3), [3], 1.5, 2, 3);
        Values.AssertEqual(_x.clamp(max: _y), [3], 1, 2, 1);
    }

    [Fact]
    public void Methods_that_end_in_an_underscore_change_and_return_the_tensor()
    {
        using var changed = _x.clone();

        Assert.Same(changed, changed.add_(1).mul_(2).div_(_y).add_(_y, -1));

        Values.AssertEqual(changed, [3], -3, 1, 9);
        Values.AssertEqual(_x, [3], 1, 2, 4);
        Values.AssertEqual(changed.fill_(3).copy_(_y), [3], 4, 2, 1);
        Values.AssertEqual(changed.zero_(), [3], 0, 0, 0);
    }

    [Fact]
    public void Comparisons_hold_truth_values()
    {
        Assert.Equal([false, true, false], _x.eq(_y).data<bool>());
        Assert.Equal([true, false, true], _x.ne(2).data<bool>());
        Assert.Equal([true, false, false], _x.lt(_y).data<bool>());
        Assert.Equal([false, false, true], _x.gt(2).data<bool>());
        Values.AssertEqual(where(_x.gt(1), _x, _y), [3], 4, 2, 4);
        Assert.Equal([1L, 2], where(_x.gt(1))[0].data<long>());
    }

    [Fact]
    public void Pointwise_functions_have_their_values()
    {
        Values.AssertEqual(exp(Values.Vector(0, 1)), [2], 1, Math.E);
        Values.AssertEqual(log(_x), [3], 0, Math.Log(2), Math.Log(4));
        Values.AssertEqual(sigmoid(Values.Vector(0, 2)), [2], 0.5, 1 / (1 + Math.Exp(-2)));
    }

    [Fact]
    public void Products_of_matrices_have_their_values()
    {
        using var a = Values.Of([2, 2], 1, 2, 3, 4);
        using var b = Values.Of([2, 2], 0, 1, 1, 0);

        Values.AssertEqual(a.matmul(b), [2, 2], 2, 1, 4, 3);
        Values.AssertEqual(mm(b, a), [2, 2], 3, 4, 1, 2);
        Values.AssertEqual(bmm(a.unsqueeze(0), b.unsqueeze(0)), [1, 2, 2], 2, 1, 4, 3);
        Values.AssertEqual(einsum("ij,kj->ik", a, a), [2, 2], 5, 11, 11, 25);
    }

    [Fact]
    public void Conversions_change_type_and_keep_values()
    {
        using var whole = _x.to(ScalarType.Int64);

        Assert.Equal([1L, 2, 4], whole.data<long>());
        Assert.Equal(ScalarType.Float32, whole.type_as(_x).dtype);
        Assert.Equal(ScalarType.Float64, _x.to(ScalarType.Float64, CPU).dtype);
        Assert.Equal(DeviceType.CPU, _x.to("cpu").device.type);
        Assert.Equal(ScalarType.Float32, whole.to(_x).dtype);
    }
}
