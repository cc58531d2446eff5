namespace Clipper.Clip.Models;

/// <summary>In which numbers the linear layers of a tower compute. Everything else computes in float32 on a CPU, and in
/// the same numbers on a GPU; embeddings are float32.</summary>
public enum Precision
{
    /// <summary>float32.</summary>
    Single,

    /// <summary>float32 of which products see ten bits of mantissa (TF32): on a GPU from Ampere on.</summary>
    TensorFloat32,

    /// <summary>bfloat16: on a GPU, and on a CPU with <c>avx512_bf16</c> or <c>amx_bf16</c>.</summary>
    BFloat16,

    /// <summary>float16: on a GPU.</summary>
    Half,
}
