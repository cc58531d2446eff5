using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static Tensor sigmoid(Tensor input) => input.sigmoid();

    public static Tensor exp(Tensor input) => Aten.One("exp", input);

    /// <summary>Natural logarithm.</summary>
    public static Tensor log(Tensor input) => Aten.One("log", input);

    public static Tensor sqrt(Tensor input) => input.sqrt();

    public static Tensor softmax(Tensor input, int dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

    /// <summary>x where the condition holds, else y, with broadcasting.</summary>
    public static Tensor where(Tensor condition, Tensor x, Tensor y) => Aten.One("where.self", condition, x, y);

    /// <summary>Positions of the elements that are not 0, one tensor a dimension.</summary>
    public static Tensor[] where(Tensor condition) => Aten.Many("where", condition);
}
