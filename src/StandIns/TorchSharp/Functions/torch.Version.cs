using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>The version of libtorch.</summary>
    public static unsafe string __version__ =>
        Marshal.PtrToStringUTF8((nint)NativeMethods.clipper_torch_version()) ?? "";
}
