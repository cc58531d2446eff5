namespace Clipper.Clip.Checkpoints;

/// <summary>Element types of safetensors files, by their names there.</summary>
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
}
