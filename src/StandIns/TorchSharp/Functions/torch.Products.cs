using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor matmul(Tensor input, Tensor target) => input.matmul(target);

    public static Tensor mm(Tensor input, Tensor target) => input.mm(target);

    /// <summary>Products of matrices, batch by batch.</summary>
    public static Tensor bmm(Tensor input, Tensor batch2) => Aten.One("bmm", input, batch2);

    /// <summary>Einstein summation, e.g. <c>bid,bjd-&gt;bij</c>.</summary>
    public static Tensor einsum(string equation, params Tensor[] tensors) =>
        Aten.One("einsum", equation, Argument.List(tensors));
}
