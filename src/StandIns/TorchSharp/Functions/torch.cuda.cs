using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class cuda
    {
        /// <summary>Whether this libtorch has CUDA and finds a device.</summary>
        public static bool is_available() => device_count() > 0;

        public static int device_count() => Math.Max(0, NativeMethods.clipper_device_count((int)DeviceType.CUDA));

        public static bool is_cudnn_available() => is_available() && NativeMethods.clipper_has_cudnn() != 0;

        /// <summary>Waits for everything queued on a device; null = the current one.</summary>
        public static void synchronize(Device? device = null) =>
            NativeError.Check(NativeMethods.clipper_cuda_synchronize(device?.index ?? -1));

        /// <summary>Seeds the generators of every CUDA device.</summary>
        public static void manual_seed_all(long seed)
        {
            for (var i = 0; i < device_count(); i++)
            {
                using var generator = Generator.OfProcess(DeviceType.CUDA, i);
                generator.manual_seed(seed);
            }
        }
    }
}
