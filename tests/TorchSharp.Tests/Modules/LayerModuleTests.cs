using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class LayerModuleTests
{
    [Fact]
    public void Linear_starts_uniform_within_one_over_the_root_of_its_inputs()
    {
        using var layer = nn.Linear(100, 200);

        Assert.Equal([200L, 100], layer.weight.shape);
        Assert.Equal(200, layer.bias?.numel());
        Assert.InRange(layer.weight.max().item<float>(), 0.099, 0.1);
        Assert.InRange(layer.bias?.max().item<float>() ?? 0, 0.09, 0.1);
        Assert.True(layer.weight.requires_grad);
    }

    [Fact]
    public void Linear_draws_as_PyTorch_does_from_the_same_seed()
    {
        // torch.manual_seed(0); torch.nn.Linear(2, 1).weight
        manual_seed(0);
        using var layer = nn.Linear(2, 1);

        Values.AssertClose(layer.weight, [-0.0053, 0.3793], 1e-4);
        Values.AssertClose(layer.bias ?? zeros(1), [-0.5820], 1e-4);
    }

    [Fact]
    public void Linear_of_given_parameters_uses_them()
    {
        using var layer = nn.Linear(nn.Parameter(Values.Of([1, 2], 3, 4)), nn.Parameter(Values.Vector(5)));

        Values.AssertEqual(layer.call(Values.Vector(1, 2)), [1], 16);
        layer.bias = null;
        Values.AssertEqual(layer.call(Values.Vector(1, 2)), [1], 11);
        Assert.Equal(["weight"], layer.state_dict().Keys);
    }

    [Fact]
    public void Conv2d_knows_its_paddings()
    {
        using var image = arange(16, dtype: ScalarType.Float32).reshape(1, 1, 4, 4);

        Assert.Equal([1L, 2, 2, 2], nn.Conv2d(1, 2, 2, stride: 2).call(image).shape);
        Assert.Equal([1L, 2, 6, 6], nn.Conv2d(1, 2, 1, padding: 1).call(image).shape);
        Assert.Equal([1L, 2, 4, 4], nn.Conv2d(1, 2, 3, Padding.Same).call(image).shape);
        Assert.Equal([1L, 2, 2, 3], nn.Conv2d(1, 2, (3, 2), Padding.Valid, bias: false).call(image).shape);
        Assert.Throws<ArgumentException>(() => nn.Conv2d(3, 2, 1).call(image));
    }

    [Theory]
    [InlineData(PaddingModes.Reflect, 5)]
    [InlineData(PaddingModes.Replicate, 0)]
    [InlineData(PaddingModes.Circular, 15)]
    [InlineData(PaddingModes.Zeros, 0)]
    public void Conv2d_reads_beyond_the_border_as_its_mode_says(PaddingModes mode, float corner)
    {
        using var image = arange(16, dtype: ScalarType.Float32).reshape(1, 1, 4, 4);
        using var layer = nn.Conv2d(1, 1, 1, padding: 1, padding_mode: mode, bias: false);
        nn.init.ones_(layer.weight);

        using var result = layer.call(image);

        Assert.Equal([1L, 1, 6, 6], result.shape);
        Assert.Equal(corner, result[0, 0, 0, 0].item<float>());
    }

    [Fact]
    public void Layer_norm_starts_as_the_identity_of_normalised_rows()
    {
        using var layer = nn.LayerNorm(4);

        Values.AssertEqual(layer.weight, [4], 1, 1, 1, 1);
        Values.AssertEqual(layer.bias ?? zeros(1), [4], 0, 0, 0, 0);
        Assert.Empty(nn.LayerNorm([2, 2], elementwise_affine: false).parameters());
        Assert.Null(nn.LayerNorm(4, bias: false).bias);
    }

    [Fact]
    public void Embedding_looks_rows_up()
    {
        using var layer = nn.Embedding(3, 2, padding_idx: 1);
        using var rows = layer.call(tensor(new long[] { 1, 0 }));

        Values.AssertEqual(rows[0], [2], 0, 0);
        Assert.Equal(layer.weight[0].data<float>(), rows[1].data<float>());
    }

    [Fact]
    public void Embedding_shortens_rows_that_are_too_long()
    {
        using var layer = nn.Embedding(2, 2, max_norm: 1);
        layer.weight = nn.Parameter(Values.Of([2, 2], 3, 4, 0.3f, 0.4f));

        using var rows = layer.call(tensor(new long[] { 0, 1 }));

        Values.AssertClose(rows, [0.6, 0.8, 0.3, 0.4], 1e-6);
    }

    [Fact]
    public void Dropout_is_the_identity_in_use()
    {
        using var layer = nn.Dropout(0.9);
        layer.eval();

        Values.AssertEqual(layer.call(ones(3)), [3], 1, 1, 1);
        layer.train();
        Assert.True(layer.training);
        Assert.InRange(layer.call(ones(1000)).eq(0).sum().item<long>(), 800, 980);
    }

    [Fact]
    public void Small_modules_compute_their_functions()
    {
        Values.AssertEqual(nn.Identity().call(Values.Vector(3)), [1], 3);
        Values.AssertEqual(nn.GELU().call(Values.Vector(1)), [1], 0.841344746);
        Values.AssertEqual(nn.Softmax(0).call(Values.Vector(1, 1)), [2], 0.5, 0.5);
    }
}
