using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public partial class Tensor
    {
        /// <summary>
        /// Moves to a device; the same native tensor where it is there already and no copy is asked for.
        /// </summary>
        public Tensor to(
            DeviceType deviceType, int deviceIndex = -1, bool copy = false, bool disposeAfter = false,
            bool non_blocking = false) =>
            to(dtype, new Device(deviceType, deviceIndex), copy, disposeAfter, non_blocking);

        public Tensor to(
            ScalarType type, Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            InitializeDeviceType(device.type);
            var result = Aten.One("to.device", this, device, type, non_blocking, copy);
            if (disposeAfter) Dispose();
            return result;
        }

        public Tensor to(ScalarType type, bool copy = false, bool disposeAfter = false, bool non_blocking = false)
        {
            var result = Aten.One("to.dtype", this, type, non_blocking, copy);
            if (disposeAfter) Dispose();
            return result;
        }

        public Tensor to(string device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(new Device(device), copy, disposeAfter, non_blocking);

        public Tensor to(Device device, bool copy = false, bool disposeAfter = false, bool non_blocking = false) =>
            to(dtype, device, copy, disposeAfter, non_blocking);

        /// <summary>To the element type and device of another tensor.</summary>
        public Tensor to(Tensor other, bool non_blocking = false) =>
            to(other.dtype, other.device, non_blocking: non_blocking);

        public Tensor type_as(Tensor tensor) => to(tensor.dtype);

        public Tensor cuda(Device? device = null, bool non_blocking = false) =>
            to(device ?? CUDA, non_blocking: non_blocking);

        public Tensor cpu() => to(CPU);

        /// <summary>A copy in memory that a GPU reads by itself, so that copies to it need not be waited for.</summary>
        public Tensor pin_memory() => Aten.One("pin_memory", this);

        public Tensor clone() => Aten.One("clone", this);

        /// <summary>The same memory, outside the recorded graph.</summary>
        public Tensor detach() => Aten.One("detach", this);

        /// <summary>Row-major in memory; the same native tensor where it is so already.</summary>
        public Tensor contiguous() => Aten.One("contiguous", this);

        /// <summary>
        /// Changes this tensor itself, and its gradient: whoever holds it sees the new type and place.
        /// </summary>
        internal void ConvertInPlace(ScalarType? type, Device? device)
        {
            var target = type is { } named && ElementTypes.IsFloatingPoint(dtype) ? named : dtype;
            using var gradient = grad;
            using var converted = to(target, device ?? this.device);
            using var recorded = requires_grad ? converted.detach().requires_grad_() : null;
            using var before = _handle;
            _handle = (recorded ?? converted).TakeHandle();
            if (gradient is not null) grad = gradient.to(target, device ?? this.device);
        }
    }
}
