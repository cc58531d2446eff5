using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    // Element by element, with broadcasting; the results hold truth values.
    public partial class Tensor
    {
        public Tensor eq(Tensor target) => Aten.One("eq.Tensor", this, target);

        public Tensor eq(Scalar target) => Aten.One("eq.Scalar", this, target);

        public Tensor ne(Tensor target) => Aten.One("ne.Tensor", this, target);

        public Tensor ne(Scalar target) => Aten.One("ne.Scalar", this, target);

        public Tensor lt(Tensor target) => Aten.One("lt.Tensor", this, target);

        public Tensor lt(Scalar target) => Aten.One("lt.Scalar", this, target);

        public Tensor gt(Tensor target) => Aten.One("gt.Tensor", this, target);

        public Tensor gt(Scalar target) => Aten.One("gt.Scalar", this, target);

        internal Tensor LogicalNot() => Aten.One("logical_not", this);
    }
}
