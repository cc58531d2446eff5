using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Matrix product; leading dimensions are batches, with broadcasting.</summary>
        /// <exception cref="System.Runtime.InteropServices.ExternalException">The shapes do not fit.</exception>
        public Tensor matmul(Tensor target) => Aten.One("matmul", this, target);

        /// <summary>Product of two matrices.</summary>
        public Tensor mm(Tensor target) => Aten.One("mm", this, target);

        /// <summary>0 above the diagonal.</summary>
        internal Tensor LowerTriangle() => Aten.One("tril", this);
    }
}
