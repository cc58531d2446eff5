using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Joins tensors along an existing dimension.</summary>
    public static Tensor cat(IList<Tensor> tensors, long dim = 0) =>
        Aten.One("cat", Argument.List([.. tensors]), dim);

    public static Tensor cat(Tensor[] tensors, long dim = 0) => Aten.One("cat", Argument.List(tensors), dim);

    public static Tensor cat(ReadOnlySpan<Tensor> tensors, long dim = 0) =>
        Aten.One("cat", Argument.List(tensors.ToArray()), dim);

    /// <summary>Joins tensors of one shape along a new dimension.</summary>
    public static Tensor stack(IEnumerable<Tensor> tensors, long dim = 0) =>
        Aten.One("stack", Argument.List(tensors.ToArray()), dim);
}
