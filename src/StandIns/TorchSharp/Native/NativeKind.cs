namespace TorchSharp.Native;

/// <summary>What a <see cref="NativeValue"/> holds; mirrors ClipperKind of values.h.</summary>
internal enum NativeKind
{
    None = 0,
    Tensor = 1,
    Integer = 2,
    Real = 3,
    Boolean = 4,
    Text = 5,
    Device = 6,
    Generator = 7,
    Integers = 8,
    Reals = 9,
    Tensors = 10,
    OptionalTensors = 11,
}
