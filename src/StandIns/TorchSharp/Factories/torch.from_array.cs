using System.Runtime.InteropServices;
using TorchSharp.Native;

namespace TorchSharp;

public static partial class torch
{
    /// <summary>Copies an array of any rank into a tensor of the same shape.</summary>
    public static Tensor from_array(Array rawArray, Device? device = null) =>
        from_array(rawArray, null, device);

    /// <inheritdoc cref="from_array(Array, Device)"/>
    public static Tensor from_array(
        Array rawArray, ScalarType? dtype, Device? device = null, bool requires_grad = false, string[]? names = null)
    {
        var options = new TensorOptions(dtype, device, requires_grad, names);
        return Type.GetTypeCode(rawArray.GetType().GetElementType()) switch
        {
            TypeCode.Boolean => Flat<bool>(rawArray, options),
            TypeCode.Byte => Flat<byte>(rawArray, options),
            TypeCode.SByte => Flat<sbyte>(rawArray, options),
            TypeCode.Int16 => Flat<short>(rawArray, options),
            TypeCode.Int32 => Flat<int>(rawArray, options),
            TypeCode.Int64 => Flat<long>(rawArray, options),
            TypeCode.Single => Flat<float>(rawArray, options),
            TypeCode.Double => Flat<double>(rawArray, options),
            _ => throw new NotSupportedException($"Arrays of {rawArray.GetType()} are not supported."),
        };
    }

    private static Tensor Flat<T>(Array array, TensorOptions options)
        where T : unmanaged
    {
        var shape = new long[array.Rank];
        for (var i = 0; i < shape.Length; i++) shape[i] = array.GetLongLength(i);
        var elements = array.Length == 0
            ? []
            : MemoryMarshal.CreateReadOnlySpan(
                ref System.Runtime.CompilerServices.Unsafe.As<byte, T>(ref MemoryMarshal.GetArrayDataReference(array)),
                array.Length);
        return FromManaged.Span(elements, shape, options);
    }
}
