using Clipper.Clip.Checkpoints;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>Two-dimensional float tensors of safetensors files.</summary>
internal static class FloatMatrix
{
    /// <summary>Whether the tensor is of floats, [n, d], and not empty.</summary>
    public static bool IsOne(TensorEntry entry) =>
        entry.Type is TensorType.F16 or TensorType.BF16 or TensorType.F32 or TensorType.F64
        && entry.Shape is [> 0 and <= int.MaxValue, > 0 and <= int.MaxValue];

    /// <summary>Its values as float32.</summary>
    public static Matrix<float> Read(SafetensorsFile file, TensorEntry entry) =>
        new(file.ReadFloats(entry.Name), (int)entry.Shape[0], (int)entry.Shape[1]);

    /// <summary>Its values as double.</summary>
    public static Matrix<double> ReadDoubles(SafetensorsFile file, TensorEntry entry) =>
        new(file.ReadDoubles(entry.Name), (int)entry.Shape[0], (int)entry.Shape[1]);
}
