namespace Clipper.Clip.Imaging.Resampling;

/// <summary>Which instructions the bicubic passes use. All levels give the same bits.</summary>
internal enum VectorLevel
{
    /// <summary>None.</summary>
    Scalar,

    /// <summary>256-bit integers.</summary>
    Avx2,

    /// <summary>512-bit integers.</summary>
    Avx512,

    /// <summary>The same, and bytes that are permuted across all 512 bits.</summary>
    Avx512Vbmi,
}
