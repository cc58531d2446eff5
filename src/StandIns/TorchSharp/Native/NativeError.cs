using System.Runtime.InteropServices;

namespace TorchSharp.Native;

/// <summary>Turns the failure of a native call into an exception with libtorch's own message.</summary>
internal static unsafe class NativeError
{
    /// <summary>Throws when a native call returned 0.</summary>
    /// <exception cref="ExternalException">libtorch refused; its message.</exception>
    internal static void Check(int status)
    {
        if (status == 0) throw Last();
    }

    /// <summary>Throws when a native call returned a null handle.</summary>
    /// <exception cref="ExternalException">libtorch refused; its message.</exception>
    internal static nint Check(nint handle) => handle != 0 ? handle : throw Last();

    private static ExternalException Last() =>
        new(Marshal.PtrToStringUTF8((nint)NativeMethods.clipper_error_text()) ?? "libtorch failed without a message.");
}
