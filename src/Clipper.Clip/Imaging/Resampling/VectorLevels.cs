using System.Runtime.Intrinsics.X86;

namespace Clipper.Clip.Imaging.Resampling;

/// <summary>What this machine can do.</summary>
internal static class VectorLevels
{
    /// <summary>The highest level of this machine.</summary>
    public static VectorLevel Best { get; } =
        Avx512Vbmi.IsSupported ? VectorLevel.Avx512Vbmi
        : Avx512BW.IsSupported ? VectorLevel.Avx512
        : Avx2.IsSupported ? VectorLevel.Avx2
        : VectorLevel.Scalar;
}
