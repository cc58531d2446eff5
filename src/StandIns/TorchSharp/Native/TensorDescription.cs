using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>
/// What libtorch says of a tensor; mirrors ClipperDescription of tensors.cpp. The pointers are the tensor's.
/// </summary>
[StructLayout(LayoutKind.Sequential)]
internal unsafe struct TensorDescription
{
    internal long* Sizes;
    internal long* Strides;
    internal long Elements;
    internal long ItemSize;
    internal int Dimensions;
    internal int ScalarType;
    internal int DeviceType;
    internal int DeviceIndex;
    internal int IsContiguous;
    internal int RequiresGrad;
}
