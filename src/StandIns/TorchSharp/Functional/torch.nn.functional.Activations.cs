using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class nn
    {
        public static partial class functional
        {
            public static Tensor softmax(Tensor input, long dim, ScalarType? dtype = null) => input.softmax(dim, dtype);

            public static Tensor log_softmax(Tensor x, long dim) => x.log_softmax(dim);

            /// <summary>x · Φ(x), the exact form.</summary>
            public static Tensor gelu(Tensor x) => Aten.One("gelu", x);

            public static Tensor gelu(Tensor x, bool inplace) => inplace ? Aten.InPlace("gelu_", x) : gelu(x);

            public static Tensor relu(Tensor x, bool inplace = false) =>
                inplace ? Aten.InPlace("relu_", x) : Aten.One("relu", x);

            public static Tensor sigmoid(Tensor x) => x.sigmoid();

            public static Tensor sigmoid(Tensor x, bool inplace) => inplace ? Aten.InPlace("sigmoid_", x) : sigmoid(x);
        }
    }
}
