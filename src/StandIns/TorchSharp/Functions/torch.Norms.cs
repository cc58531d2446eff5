namespace TorchSharp;

public static partial class torch
{
    /// <summary>Euclidean norm over all elements.</summary>
    public static Tensor norm(Tensor input) => input.norm();

    public static Tensor norm(Tensor input, float p = 2) => input.norm(p);

    public static Tensor norm(Tensor input, int dimension, bool keepdim = false, float p = 2) =>
        input.norm(dimension, keepdim, p);
}
