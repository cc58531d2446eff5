using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            /// <summary>x / max(‖x‖ₚ, eps) along one dimension.</summary>
            public static Tensor normalize(Tensor input, double p = 2, long dim = 1, double eps = 1E-12)
            {
                using var norm = Aten.One("norm.ScalarOpt_dim", input, p, new[] { dim }, true);
                using var bounded = Aten.One("clamp_min", norm, eps);
                return input.div(bounded);
            }

            /// <summary>x1 · x2 / (‖x1‖ ‖x2‖) along one dimension.</summary>
            public static Tensor cosine_similarity(Tensor x1, Tensor x2, long dim = 1, double eps = 1E-08) =>
                Aten.One("cosine_similarity", x1, x2, dim, eps);
        }
    }
}
