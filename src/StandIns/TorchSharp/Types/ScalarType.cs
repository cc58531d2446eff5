namespace TorchSharp;

public static partial class torch
{
    /// <summary>Element types, with libtorch's own numbers.</summary>
    public enum ScalarType : sbyte
    {
        Byte = 0,
        Int8 = 1,
        Int16 = 2,
        Int32 = 3,
        Int64 = 4,
        Float16 = 5,
        Float32 = 6,
        Float64 = 7,
        ComplexFloat32 = 9,
        ComplexFloat64 = 10,
        Bool = 11,
        BFloat16 = 15,
    }

    public static ScalarType float32 = ScalarType.Float32;
    public static ScalarType bfloat16 = ScalarType.BFloat16;
    public static ScalarType int64 = ScalarType.Int64;
    public static ScalarType uint8 = ScalarType.Byte;
    public static ScalarType float16 = ScalarType.Float16;
}
