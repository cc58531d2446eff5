using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class linalg
    {
        /// <summary>A norm by its name: <c>fro</c> or <c>nuc</c>.</summary>
        public static Tensor norm(Tensor input, string ord, long[]? dims = null, bool keepdim = false) =>
            Aten.One("linalg_norm.ord_str", input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, double ord, long[]? dims = null, bool keepdim = false) =>
            Aten.One("linalg_norm", input, ord, dims, keepdim);

        public static Tensor norm(Tensor input, int ord, long[]? dims = null, bool keepdim = false) =>
            Aten.One("linalg_norm", input, (long)ord, dims, keepdim);

        /// <summary>Euclidean norm, or Frobenius norm of two dimensions.</summary>
        public static Tensor norm(Tensor input, long[]? dims = null, bool keepdim = false) =>
            Aten.One("linalg_norm", input, Argument.None, dims, keepdim);

        /// <summary>(Σ |x|^ord)^(1/ord) along dimensions; null = over all elements.</summary>
        public static Tensor vector_norm(Tensor input, double ord = 2, long[]? dims = null, bool keepdim = false) =>
            Aten.One("linalg_vector_norm", input, ord, dims, keepdim);
    }
}
