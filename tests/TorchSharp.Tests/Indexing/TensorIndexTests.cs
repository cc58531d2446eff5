using System.Runtime.InteropServices;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Indexing;

public sealed class TensorIndexTests
{
    private readonly Tensor _x = arange(24).reshape(2, 3, 4);

    [Fact]
    public void Positions_select_from_either_end()
    {
        Assert.Equal(23, _x[-1, -1, -1].item<long>());
        Assert.Equal([4L, 5, 6, 7], _x[0, 1].data<long>());
        Assert.Equal([3L, 4], _x[1].shape);
    }

    [Fact]
    public void Slices_and_ranges_keep_their_dimension()
    {
        Assert.Equal([2L, 2, 4], _x[.., 1..].shape);
        Assert.Equal([1L, 3], _x[0, 0, TensorIndex.Slice(1, null, 2)].data<long>());
        Assert.Equal([1L, 2], _x[0, 0, 1..^1].data<long>());
        Assert.Equal([11L, 23], _x[TensorIndex.Colon, 2, ^1].data<long>());
    }

    [Fact]
    public void Ellipsis_stands_for_the_dimensions_between()
    {
        Assert.Equal([2L, 3], _x[TensorIndex.Ellipsis, 0].shape);
        Assert.Equal([1L, 2, 3, 4], _x[TensorIndex.None, TensorIndex.Ellipsis].shape);
        Assert.Equal([2L, 3, 4, 1], _x[TensorIndex.Ellipsis, TensorIndex.None].shape);
    }

    [Fact]
    public void Tensors_of_positions_gather()
    {
        using var positions = tensor(new long[] { 2, 0 });

        Assert.Equal([8L, 9, 10, 11, 0, 1, 2, 3], _x[0][positions].data<long>());
        Assert.Equal([2L, 2], _x[TensorIndex.Colon, TensorIndex.Tensor(positions), 1].shape);
        Assert.Equal([9L, 1], _x[0, TensorIndex.Tensor(positions), 1].data<long>());
    }

    [Fact]
    public void Masks_select_where_they_are_true()
    {
        Assert.Equal([22L, 23], _x.index(_x.gt(21)).data<long>());
        Assert.Equal([1L, 2, 3, 4], _x[TensorIndex.Bool(true)].shape);
        Assert.Equal([0L, 2, 3, 4], _x[TensorIndex.Bool(false)].shape);
    }

    [Fact]
    public void Assignment_writes_into_the_tensor()
    {
        using var x = zeros(2, 3);

        x[0, 1] = tensor(5f);
        x[TensorIndex.Colon, 2] = Values.Vector(7, 8);
        x[x.eq(0)] = tensor(-1f);

        Values.AssertEqual(x, [2, 3], -1, 5, 7, -1, -1, 8);
    }

    [Fact]
    public void Slices_share_memory()
    {
        using var x = zeros(2, 2);
        using var row = x[1];

        row.fill_(3);

        Values.AssertEqual(x, [2, 2], 0, 0, 3, 3);
    }

    [Fact]
    public void Places_beyond_the_tensor_are_errors()
    {
        Assert.Contains("out of range", Assert.Throws<ExternalException>(() => _x[2]).Message);
        Assert.Contains("too many indices", Assert.Throws<ExternalException>(() => _x[0, 0, 0, 0]).Message);
        Assert.Contains(
            "out of bounds", Assert.Throws<ExternalException>(() => _x[tensor(new long[] { 9 })]).Message);
    }
}
