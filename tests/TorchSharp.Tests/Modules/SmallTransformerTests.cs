using static TorchSharp.torch;

namespace TorchSharp.Tests.Modules;

public sealed class SmallTransformerTests
{
    [Fact]
    public void Forward_of_a_batch_gives_rows_of_length_1()
    {
        using var inference = inference_mode();
        using var model = new SmallTransformer();
        model.eval();

        using var embeddings = model.call(randn(3, 3, 8, 8));

        Assert.Equal([3, 8], embeddings.shape);
        using var norms = embeddings.norm(1);
        Values.AssertClose(norms, [1, 1, 1], 1e-5);
    }

    [Fact]
    public void State_names_every_tensor_by_its_path()
    {
        using var model = new SmallTransformer();

        Assert.Equal(
            [
                "cls", "mlp.fc1.bias", "mlp.fc1.weight", "mlp.fc2.bias", "mlp.fc2.weight", "norm.bias", "norm.weight",
                "patches.weight", "position", "qkv.bias", "qkv.weight",
            ],
            model.state_dict().Keys.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Loading_the_state_of_another_makes_both_equal()
    {
        using var unrecorded = no_grad();
        using var first = new SmallTransformer();
        using var second = new SmallTransformer();
        using var input = randn(1, 3, 8, 8);

        second.load_state_dict(first.state_dict());

        using var expected = first.call(input);
        using var actual = second.call(input);
        Assert.Equal(expected.data<float>().ToArray(), actual.data<float>().ToArray());
    }

    [Fact]
    public void Loading_a_state_with_other_names_fails_when_strict()
    {
        using var model = new SmallTransformer();
        var state = model.state_dict().Where(named => named.Key != "cls").ToDictionary();
        using var extra = zeros(1);
        state.Add("extra", extra);

        Assert.Throws<InvalidOperationException>(() => model.load_state_dict(state));
        var (missing, unexpected) = model.load_state_dict(state, strict: false);

        Assert.Equal(["cls"], missing);
        Assert.Equal(["extra"], unexpected);
    }
}
