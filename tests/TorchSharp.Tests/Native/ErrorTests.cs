using System.Runtime.InteropServices;
using TorchSharp.Native;
using static TorchSharp.torch;

namespace TorchSharp.Tests.Native;

public sealed class ErrorTests
{
    private readonly Tensor _x = zeros(2, 3);

    [Fact]
    public void Matmul_of_shapes_that_do_not_fit_says_which() =>
        AssertMessage("mat1 and mat2 shapes cannot be multiplied (2x3 and 2x3)", () => _x.matmul(_x));

    [Fact]
    public void View_of_another_size_says_so() =>
        AssertMessage("shape '[5]' is invalid for input of size 6", () => _x.view(5));

    [Fact]
    public void View_across_strides_says_so() => AssertMessage("view size is not compatible", () => _x.t().view(6));

    [Fact]
    public void Cat_of_other_lengths_says_so() =>
        AssertMessage("Sizes of tensors must match except in dimension 0", () => cat([_x, zeros(2, 4)]));

    [Fact]
    public void Cat_of_nothing_says_so() => AssertMessage("non-empty", () => cat(Array.Empty<Tensor>()));

    [Fact]
    public void Select_beyond_the_end_says_so() => AssertMessage("out of range", () => _x.select(0, 5));

    [Fact]
    public void Index_select_beyond_the_end_says_so() =>
        AssertMessage("out of range", () => _x.index_select(0, tensor(new long[] { 7 })));

    [Fact]
    public void A_dimension_too_many_says_so() => AssertMessage("Dimension out of range", () => _x.size(2));

    [Fact]
    public void Conv2d_of_other_channels_says_so() =>
        AssertMessage(
            "to have 3 channels, but got 2 channels",
            () => nn.functional.conv2d(zeros(1, 2, 5, 5), zeros(4, 3, 2, 2)));

    [Fact]
    public void Broadcast_that_does_not_fit_says_so() =>
        AssertMessage("must match the size of tensor b", () => _x + zeros(4));

    [Fact]
    public void Embedding_beyond_its_rows_says_so()
    {
        using var embedding = nn.Embedding(3, 2);
        AssertMessage("out of range", () => embedding.call(tensor(new long[] { 3 })));
    }

    [Fact]
    public void Backward_of_what_was_not_recorded_says_so() =>
        AssertMessage("does not require grad", () => _x.sum().backward());

    [Fact]
    public void Backward_of_more_than_a_scalar_says_so()
    {
        using var x = zeros(2, requires_grad: true);
        AssertMessage("scalar outputs", () => (x * 2).backward());
    }

    [Fact]
    public void A_leaf_that_is_recorded_cannot_be_changed()
    {
        using var x = zeros(2, requires_grad: true);
        AssertMessage("leaf Variable that requires grad", () => x.add_(1));
    }

    [Fact]
    public void Memory_that_cannot_be_had_says_so() => AssertMessage("memory", () => torch.empty(1L << 60));

    [Fact]
    public void An_unknown_operator_is_named() =>
        Assert.Contains(
            "aten::no_such", Assert.Throws<NotSupportedException>(() => Aten.One("no_such", _x)).Message);

    [Fact]
    public void Arguments_of_another_kind_or_number_are_errors()
    {
        Assert.Throws<ExternalException>(() => Aten.One("matmul", _x, "text"));
        AssertMessage("misses its argument 'other'", () => Aten.One("matmul", _x));
        AssertMessage("takes 2 arguments, got 3", () => Aten.One("matmul", _x, _x, _x));
    }

    [Fact]
    public void A_disposed_tensor_is_refused()
    {
        var x = ones(1);
        x.Dispose();

        Assert.Throws<InvalidOperationException>(() => x + 1);
        Assert.Throws<InvalidOperationException>(() => cat([ones(1), x]));
        Assert.Throws<InvalidOperationException>(() => x.shape);
    }

    [Fact]
    public void After_an_error_everything_still_computes()
    {
        for (var i = 0; i < 100; i++) Assert.Throws<ExternalException>(() => _x.matmul(_x));

        Values.AssertEqual(_x.sum() + 1, [], 1);
    }

    // The message is libtorch's own, without its C++ stack.
    private static void AssertMessage(string expected, Func<object> act)
    {
        var message = Assert.Throws<ExternalException>(act).Message;
        Assert.Contains(expected, message, StringComparison.OrdinalIgnoreCase);
        Assert.DoesNotContain("frame #", message, StringComparison.Ordinal);
    }

    private static void AssertMessage(string expected, Action act) =>
        AssertMessage(
            expected,
            () =>
            {
                act();
                return "";
            });
}
