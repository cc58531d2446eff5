using System.Runtime.InteropServices;

namespace Clipper.Clip.Models;

/// <summary>Tells a full device memory from libtorch's other errors, which all are of one type.</summary>
public static class DeviceMemory
{
    // libtorch's allocator and the driver ("CUDA out of memory. Tried to allocate …", "CUDA error: out of memory");
    // cuBLAS, cuDNN and their like ("CUBLAS_STATUS_ALLOC_FAILED"); on a CPU "DefaultCPUAllocator: can't allocate
    // memory", and "not enough memory" of older versions.
    private static readonly string[] s_signs =
        ["out of memory", "_STATUS_ALLOC_FAILED", "can't allocate memory", "not enough memory"];

    /// <summary>Whether the memory of a device was too small for what was asked of it.</summary>
    /// <param name="error">What a call into libtorch threw.</param>
    public static bool IsExhausted(ExternalException error) =>
        s_signs.Any(sign => error.Message.Contains(sign, StringComparison.OrdinalIgnoreCase));
}
