using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>An argument or result of an operator call; mirrors ClipperValue of values.h.</summary>
[StructLayout(LayoutKind.Explicit, Size = 16)]
internal unsafe struct NativeValue
{
    [FieldOffset(0)]
    internal NativeKind Kind;

    /// <summary>Length of a list or text; type of a device.</summary>
    [FieldOffset(4)]
    internal int Count;

    [FieldOffset(8)]
    internal long Integer;

    [FieldOffset(8)]
    internal double Real;

    [FieldOffset(8)]
    internal void* Pointer;
}
