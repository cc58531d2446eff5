using static TorchSharp.torch;

namespace TorchSharp.Tests.Tensors;

public sealed class TensorShapeTests
{
    private readonly Tensor _x = arange(24).reshape(2, 3, 4);

    [Fact]
    public void Shape_operators_give_their_shapes()
    {
        Assert.Equal([6, 4], _x.view(6, -1).shape);
        Assert.Equal([4, 2, 3], _x.permute(2, 0, 1).shape);
        Assert.Equal([2, 4, 3], _x.transpose(1, 2).shape);
        Assert.Equal([1, 2, 3, 4], _x.unsqueeze(0).shape);
        Assert.Equal([2, 3, 4], _x.unsqueeze(-1).squeeze().shape);
        Assert.Equal([2, 12], _x.flatten(1).shape);
        Assert.Equal([5, 2], zeros(1, 2).expand(5, -1).shape);
        Assert.Equal([5, 2], zeros(1, 2).expand([5, 2], false).shape);
    }

    [Fact]
    public void Properties_describe_the_tensor()
    {
        Assert.Equal((3L, 24L, 4L, 2L), (_x.dim(), _x.numel(), _x.size(-1), _x.size(0)));
        Assert.True(_x.is_contiguous());
        Assert.False(_x.permute(2, 0, 1).is_contiguous());
        Assert.True(_x.permute(2, 0, 1).contiguous().is_contiguous());
        Assert.Equal("[2x3x4], type = Int64, device = cpu", _x.ToString());
    }

    [Fact]
    public void Parts_cover_the_whole()
    {
        Assert.Equal([[2, 2, 4], [2, 1, 4]], _x.chunk(2, 1).Select(part => part.shape));
        Assert.Equal([[2, 3, 3], [2, 3, 1]], _x.split(3, 2).Select(part => part.shape));
        Assert.Equal([[2, 3, 1], [2, 3, 3]], _x.split([1, 3], 2).Select(part => part.shape));
        Assert.Equal([[3, 4], [3, 4]], _x.unbind().Select(part => part.shape));
    }

    [Fact]
    public void Selections_take_their_elements()
    {
        Assert.Equal([4L, 5, 6, 7], _x.select(0, 0).select(0, 1).data<long>());
        Assert.Equal([1L, 2], _x[0, 0].narrow(0, 1, 2).data<long>());
        Assert.Equal([1L, 3], _x[0, 0].slice(0, 1, 4, 2).data<long>());
        Assert.Equal([8L, 9, 10, 11, 0, 1, 2, 3], _x[0].index_select(0, tensor(new long[] { 2, 0 })).data<long>());
        Assert.Equal([3L, 4], _x[0].gather(1, tensor(new long[] { 3, 0 }, [2, 1])).data<long>());
        Assert.Equal([22L, 23], _x.masked_select(_x.gt(21)).data<long>());
    }

    [Fact]
    public void Additions_by_index_accumulate()
    {
        using var rows = zeros(3, 2);
        using var index = tensor(new long[] { 2, 2 });

        rows.index_add_(0, index, ones(2, 2), 0.5);

        Values.AssertEqual(rows, [3, 2], 0, 0, 0, 0, 1, 1);
        using var counts = zeros(3);
        Values.AssertEqual(counts.scatter_add_(0, index, ones(2)), [3], 0, 0, 2);
    }

    [Fact]
    public void Joined_tensors_follow_each_other()
    {
        using var one = Values.Vector(1, 2);
        using var two = Values.Vector(3, 4);

        Values.AssertEqual(cat([one, two]), [4], 1, 2, 3, 4);
        Values.AssertEqual(cat(new List<Tensor> { one, two }), [4], 1, 2, 3, 4);
        Values.AssertEqual(stack([one, two], 1), [2, 2], 1, 3, 2, 4);
    }
}
