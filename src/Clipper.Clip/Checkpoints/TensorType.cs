namespace Clipper.Clip.Checkpoints;

/// <summary>Element types that the safetensors reference crate knows (<see cref="TensorTypes"/> has names and sizes).
/// Those below 16 bits other than <see cref="U8"/>, <see cref="I8"/> and <see cref="Bool"/>, and <see cref="C64"/>,
/// can be listed and read as bytes but not as numbers.</summary>
public enum TensorType
{
    /// <summary>Boolean, one byte.</summary>
    Bool,

    /// <summary>Unsigned 8-bit.</summary>
    U8,

    /// <summary>Signed 8-bit.</summary>
    I8,

    /// <summary>Unsigned 16-bit.</summary>
    U16,

    /// <summary>Signed 16-bit.</summary>
    I16,

    /// <summary>Unsigned 32-bit.</summary>
    U32,

    /// <summary>Signed 32-bit.</summary>
    I32,

    /// <summary>Unsigned 64-bit.</summary>
    U64,

    /// <summary>Signed 64-bit.</summary>
    I64,

    /// <summary>IEEE half.</summary>
    F16,

    /// <summary>bfloat16.</summary>
    BF16,

    /// <summary>IEEE single.</summary>
    F32,

    /// <summary>IEEE double.</summary>
    F64,

    /// <summary>4-bit float, two a byte.</summary>
    F4,

    /// <summary>6-bit float, 2 exponent and 3 mantissa bits.</summary>
    F6E2M3,

    /// <summary>6-bit float, 3 exponent and 2 mantissa bits.</summary>
    F6E3M2,

    /// <summary>8-bit float, 5 exponent and 2 mantissa bits.</summary>
    F8E5M2,

    /// <summary>8-bit float, 4 exponent and 3 mantissa bits.</summary>
    F8E4M3,

    /// <summary>8-bit power-of-two scale.</summary>
    F8E8M0,

    /// <summary>8-bit float, 4 exponent and 3 mantissa bits, no infinity, unsigned zero.</summary>
    F8E4M3Fnuz,

    /// <summary>8-bit float, 5 exponent and 2 mantissa bits, no infinity, unsigned zero.</summary>
    F8E5M2Fnuz,

    /// <summary>Complex of two singles.</summary>
    C64,
}
