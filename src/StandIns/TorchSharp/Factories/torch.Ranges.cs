using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>start, start + step, … up to but without stop.</summary>
    public static Tensor arange(
        Scalar start, Scalar stop, Scalar step, ScalarType? dtype = null, Device? device = null,
        bool requires_grad = false) =>
        Fresh.Range(start, stop, step, new(dtype, device, requires_grad));

    public static Tensor arange(
        Scalar start, Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Fresh.Range(start, stop, 1, new(dtype, device, requires_grad));

    public static Tensor arange(
        Scalar stop, ScalarType? dtype = null, Device? device = null, bool requires_grad = false) =>
        Fresh.Range(0, stop, 1, new(dtype, device, requires_grad));

    /// <summary>1 on the diagonal, 0 elsewhere; square where no columns are given.</summary>
    public static Tensor eye(
        long rows, long columns = -1, ScalarType? dtype = null, Device? device = null, bool requires_grad = false,
        string[]? names = null)
    {
        var options = new TensorOptions(dtype, device, requires_grad, names);
        options.RefuseNames();
        return options.Apply(
            Aten.One("eye.m", rows, columns == -1 ? rows : columns, dtype, Argument.None, device));
    }
}
