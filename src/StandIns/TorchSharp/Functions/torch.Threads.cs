using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>
    /// Threads that one operator may use; of the calling thread's operators where libtorch uses OpenMP.
    /// </summary>
    public static void set_num_threads(int num) => NativeError.Check(NativeMethods.clipper_set_threads(num));

    public static int get_num_threads() => NativeMethods.clipper_threads();
}
