using TorchSharp.Native;
using TorchSharp.Utils;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// The elements in row-major order, of a contiguous tensor in CPU memory: a view, not a copy.
        /// </summary>
        /// <exception cref="InvalidOperationException">Not contiguous, or on another device.</exception>
        public Span<byte> bytes
        {
            get
            {
                RequirePlainMemory();
                var length = NumberOfElements * ElementSize;
                if (length > int.MaxValue)
                {
                    throw new ArgumentException("Span only supports up to int.MaxValue elements.");
                }

                unsafe
                {
                    return new Span<byte>((void*)DataPointer(), (int)length);
                }
            }

            set
            {
                var memory = bytes;
                if (memory.Length != value.Length) throw new ArgumentException("Mismatched data sizes in SetBytes().");
                value.CopyTo(memory);
            }
        }

        /// <summary>Reads the elements in row-major order; from another device through a copy in CPU memory.</summary>
        /// <exception cref="ArgumentException"><typeparamref name="T"/> is not the tensor's element type.</exception>
        public TensorAccessor<T> data<T>()
            where T : unmanaged
        {
            ElementTypes.Require(dtype, typeof(T));
            return new TensorAccessor<T>(this);
        }

        /// <summary>The value of a tensor of one element.</summary>
        /// <exception cref="ArgumentException">It has more or fewer, or of another type.</exception>
        public T item<T>()
            where T : unmanaged =>
            NumberOfElements == 1
                ? data<T>().ToArray()[0]
                : throw new ArgumentException("Number of elements in the tensor must be 1");

        /// <summary>Address of the first element; 0 where there is none.</summary>
        internal nint DataPointer()
        {
            var data = Held(static native =>
            {
                unsafe
                {
                    return (nint)NativeMethods.clipper_tensor_data(native);
                }
            });
            return data != 0 || NumberOfElements == 0 ? data : NativeError.Check((nint)0);
        }

        private void RequirePlainMemory()
        {
            if (!is_contiguous()) throw new InvalidOperationException("Bytes() called on non-contiguous tensor.");
            if (device.type != DeviceType.CPU)
            {
                throw new InvalidOperationException(
                    "Reading data from non-CPU memory is not supported. "
                    + "Move or copy the tensor to the cpu before reading.");
            }
        }
    }
}
