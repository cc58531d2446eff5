using System.Numerics.Tensors;
using System.Runtime.InteropServices;

namespace Clipper.Clip.Checkpoints;

/// <summary>Little-endian numbers of any plain type to float32 or float64.</summary>
internal static class NumberReading
{
    /// <summary>Whether elements of the type are plain numbers.</summary>
    public static bool CanRead(TensorType type) => type <= TensorType.F64;

    /// <summary>Widens or rounds (to nearest even) to float32; the payload of a NaN stays.</summary>
    public static void ToSingle(ReadOnlySpan<byte> bytes, TensorType type, Span<float> values)
    {
        switch (type)
        {
            case TensorType.F32:
                bytes.CopyTo(MemoryMarshal.AsBytes(values));
                break;
            case TensorType.F16:
                TensorPrimitives.ConvertToSingle(MemoryMarshal.Cast<byte, Half>(bytes), values);
                break;
            case TensorType.BF16:
                WidenBrainFloats(bytes, values);
                break;
            default:
                ToNumber(bytes, type, values);
                break;
        }
    }

    /// <summary>Widens to float64 (64-bit integers are rounded to nearest even).</summary>
    public static void ToDouble(ReadOnlySpan<byte> bytes, TensorType type, Span<double> values)
    {
        if (type is TensorType.F16 or TensorType.BF16)
        {
            var singles = new float[values.Length];
            ToSingle(bytes, type, singles);
            TensorPrimitives.ConvertChecked<float, double>(singles, values);
            return;
        }

        ToNumber(bytes, type, values);
    }

    private static void ToNumber<T>(ReadOnlySpan<byte> bytes, TensorType type, Span<T> values)
        where T : unmanaged, System.Numerics.INumberBase<T>
    {
        switch (type)
        {
            case TensorType.Bool or TensorType.U8:
                Convert<byte, T>(bytes, values);
                break;
            case TensorType.I8:
                Convert<sbyte, T>(bytes, values);
                break;
            case TensorType.U16:
                Convert<ushort, T>(bytes, values);
                break;
            case TensorType.I16:
                Convert<short, T>(bytes, values);
                break;
            case TensorType.U32:
                Convert<uint, T>(bytes, values);
                break;
            case TensorType.I32:
                Convert<int, T>(bytes, values);
                break;
            case TensorType.U64:
                Convert<ulong, T>(bytes, values);
                break;
            case TensorType.I64:
                Convert<long, T>(bytes, values);
                break;
            case TensorType.F32:
                Convert<float, T>(bytes, values);
                break;
            case TensorType.F64:
                Convert<double, T>(bytes, values);
                break;
            default:
                throw new ArgumentOutOfRangeException(nameof(type), type, "Not a type of plain numbers.");
        }
    }

    private static void Convert<TFrom, TTo>(ReadOnlySpan<byte> bytes, Span<TTo> values)
        where TFrom : unmanaged, System.Numerics.INumberBase<TFrom>
        where TTo : unmanaged, System.Numerics.INumberBase<TTo> =>
        TensorPrimitives.ConvertTruncating(MemoryMarshal.Cast<byte, TFrom>(bytes), values);

    // bfloat16 is the upper half of a float32.
    private static void WidenBrainFloats(ReadOnlySpan<byte> bytes, Span<float> values)
    {
        var bits = MemoryMarshal.Cast<byte, ushort>(bytes);
        for (int i = 0; i < values.Length; i++)
        {
            values[i] = BitConverter.UInt32BitsToSingle((uint)bits[i] << 16);
        }
    }
}
