using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Seeds the process's own generators, of every device, and returns that of the CPU.</summary>
    public static Generator manual_seed(long seed)
    {
        NativeError.Check(NativeMethods.clipper_manual_seed(unchecked((ulong)seed)));
        return Generator.OfProcess(DeviceType.CPU, -1);
    }

    public static class random
    {
        /// <inheritdoc cref="torch.manual_seed(long)"/>
        public static Generator manual_seed(long seed) => torch.manual_seed(seed);
    }
}
