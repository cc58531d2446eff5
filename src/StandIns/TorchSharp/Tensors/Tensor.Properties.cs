using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>Length of each dimension.</summary>
        public long[] shape
        {
            get
            {
                unsafe
                {
                    return Described(static d => new ReadOnlySpan<long>(d.Sizes, d.Dimensions).ToArray());
                }
            }
        }

        public ScalarType dtype => Described(static d => (ScalarType)d.ScalarType);

        public Device device => Described(static d => new Device((DeviceType)d.DeviceType, d.DeviceIndex));

        /// <summary>Number of dimensions.</summary>
        public long Dimensions => Described(static d => (long)d.Dimensions);

        public long NumberOfElements => Described(static d => d.Elements);

        internal long ElementSize => Described(static d => d.ItemSize);

        public long dim() => Dimensions;

        public long numel() => NumberOfElements;

        public long[] size() => shape;

        /// <summary>Length of one dimension; negative counts from the last.</summary>
        public long size(int dim) => Aten.Integer("size.int", this, dim);

        public bool is_contiguous() => Described(static d => d.IsContiguous != 0);

        /// <summary>Shape, element type and device, for people.</summary>
        public override string ToString() =>
            $"[{string.Join('x', shape)}], type = {dtype}, device = {device}";

        internal long[] Strides()
        {
            unsafe
            {
                return Described(static d => new ReadOnlySpan<long>(d.Strides, d.Dimensions).ToArray());
            }
        }

        private T Described<T>(Func<TensorDescription, T> read)
        {
            var native = Hold();
            try
            {
                TensorDescription description;
                unsafe
                {
                    NativeError.Check(NativeMethods.clipper_tensor_describe(native, &description));
                }

                return read(description);
            }
            finally
            {
                LetGo();
            }
        }
    }
}
