using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        public Tensor add(Tensor target) => Aten.One("add.Tensor", this, target);

        /// <summary>this + alpha · target.</summary>
        public Tensor add(Tensor target, Scalar alpha) => Aten.One("add.Tensor", this, target, alpha);

        public Tensor add(Scalar scalar) => Aten.One("add.Scalar", this, scalar);

        public Tensor add(Scalar scalar, Scalar alpha) => Aten.One("add.Scalar", this, scalar, alpha);

        public Tensor add_(Tensor target) => Aten.InPlace("add_.Tensor", this, target);

        public Tensor add_(Tensor target, Scalar alpha) => Aten.InPlace("add_.Tensor", this, target, alpha);

        public Tensor add_(Scalar scalar) => Aten.InPlace("add_.Scalar", this, scalar);

        public Tensor add_(Scalar scalar, Scalar alpha) => Aten.InPlace("add_.Scalar", this, scalar, alpha);

        public Tensor sub(Tensor target) => Aten.One("sub.Tensor", this, target);

        public Tensor sub(Scalar target) => Aten.One("sub.Scalar", this, target);

        public Tensor mul(Tensor target) => Aten.One("mul.Tensor", this, target);

        public Tensor mul(Scalar target) => Aten.One("mul.Scalar", this, target);

        public Tensor mul_(Tensor target) => Aten.InPlace("mul_.Tensor", this, target);

        public Tensor mul_(Scalar target) => Aten.InPlace("mul_.Scalar", this, target);

        public Tensor div(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.One("div.Tensor_mode", this, target, NameOf(rounding_mode));

        public Tensor div(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.One("div.Scalar_mode", this, target, NameOf(rounding_mode));

        public Tensor div_(Tensor target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.InPlace("div_.Tensor_mode", this, target, NameOf(rounding_mode));

        public Tensor div_(Scalar target, RoundingMode rounding_mode = RoundingMode.None) =>
            Aten.InPlace("div_.Scalar_mode", this, target, NameOf(rounding_mode));

        public Tensor pow(Tensor exponent) => Aten.One("pow.Tensor_Tensor", this, exponent);

        public Tensor pow(Scalar exponent) => Aten.One("pow.Tensor_Scalar", this, exponent);

        public Tensor neg() => Aten.One("neg", this);

        public Tensor sqrt() => Aten.One("sqrt", this);

        /// <summary>1 / √x.</summary>
        public Tensor rsqrt() => Aten.One("rsqrt", this);

        public Tensor sigmoid() => Aten.One("sigmoid", this);

        public Tensor clamp(Scalar? min = null, Scalar? max = null) => Aten.One("clamp", this, min, max);

        public Tensor clamp(Tensor? min = null, Tensor? max = null) => Aten.One("clamp.Tensor", this, min, max);

        public Tensor fill_(Scalar value) => Aten.InPlace("fill_.Scalar", this, value);

        public Tensor zero_() => Aten.InPlace("zero_", this);

        public Tensor copy_(Tensor source, bool nonBlocking = false) =>
            Aten.InPlace("copy_", this, source, nonBlocking);

        /// <summary>left − this.</summary>
        internal Tensor SubtractedFrom(Scalar left) => Aten.One("rsub.Scalar", this, left);

        /// <summary>left / this.</summary>
        internal Tensor Dividing(Scalar left)
        {
            using var reciprocal = Aten.One("reciprocal", this);
            return reciprocal.mul(left);
        }

        private static string? NameOf(RoundingMode mode) => mode == RoundingMode.None ? null : mode.ToString();
    }
}
