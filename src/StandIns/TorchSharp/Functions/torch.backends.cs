using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    public static partial class backends
    {
        public static partial class cuda
        {
            public static partial class matmul
            {
                /// <summary>Whether float32 products on CUDA may use TF32; for the whole process.</summary>
                public static bool allow_tf32
                {
                    get => NativeMethods.clipper_allows_tf32() != 0;
                    set => NativeError.Check(NativeMethods.clipper_allow_tf32(value ? 1 : 0));
                }
            }
        }
    }
}
