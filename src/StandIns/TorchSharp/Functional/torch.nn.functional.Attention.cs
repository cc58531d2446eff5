using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            private const string FusedAttention = "scaled_dot_product_attention";

            /// <summary>
            /// softmax(Q Kᵀ / √d + mask) V over the last two dimensions. libtorch's own operator where it has one
            /// (2.x), else the same composed of others. A mask of truth values lets through where it is true.
            /// </summary>
            /// <exception cref="ArgumentException">p is negative, or both a mask and is_casual are given.</exception>
            public static Tensor scaled_dot_product_attention(
                Tensor query, Tensor key, Tensor value, Tensor? attn_mask = null, double p = 0, bool is_casual = false)
            {
                if (p < 0) throw new ArgumentException("Dropout probability must be greater than or equal to zero.");
                if (is_casual && attn_mask is not null)
                {
                    throw new ArgumentException("Casual attention masking cannot pass a mask.");
                }

                return Operator.Exists(FusedAttention)
                    ? Aten.One(FusedAttention, query, key, value, attn_mask, p, is_casual)
                    : ComposedAttention(query, key, value, attn_mask, p, is_casual);
            }

            internal static Tensor ComposedAttention(
                Tensor query, Tensor key, Tensor value, Tensor? mask, double p, bool isCausal)
            {
                using var scope = NewDisposeScope();
                var scaled = query.mul(1 / Math.Sqrt(query.size(-1)));
                var scores = scaled.matmul(key.transpose(-2, -1));
                if (isCausal) mask = ones(query.size(-2), key.size(-2), ScalarType.Bool, query.device).LowerTriangle();
                if (mask is not null) scores = Masked(scores, mask);
                var weights = scores.softmax(-1);
                if (p > 0) weights = dropout(weights, p);
                return weights.matmul(value).MoveToOuterDisposeScope();
            }

            private static Tensor Masked(Tensor scores, Tensor mask) =>
                mask.dtype == ScalarType.Bool
                    ? Aten.One("masked_fill.Scalar", scores, mask.LogicalNot(), double.NegativeInfinity)
                    : scores.add(mask);
        }
    }
}
