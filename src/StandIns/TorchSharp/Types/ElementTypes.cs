using static TorchSharp.torch;

namespace TorchSharp;

/// <summary>Which .NET type holds an element of which scalar type.</summary>
internal static class ElementTypes
{
    /// <summary>The scalar type of a .NET type.</summary>
    /// <exception cref="NotSupportedException">No tensor holds elements of that type.</exception>
    internal static ScalarType Of(Type type) => Type.GetTypeCode(type) switch
    {
        TypeCode.Byte => ScalarType.Byte,
        TypeCode.SByte => ScalarType.Int8,
        TypeCode.Int16 => ScalarType.Int16,
        TypeCode.Int32 => ScalarType.Int32,
        TypeCode.Int64 => ScalarType.Int64,
        TypeCode.Single => ScalarType.Float32,
        TypeCode.Double => ScalarType.Float64,
        TypeCode.Boolean => ScalarType.Bool,
        _ when type == typeof(Half) => ScalarType.Float16,
        _ => throw new NotSupportedException($"The type {type.FullName} is not supported."),
    };

    /// <summary>Refuses to read a tensor as another element type.</summary>
    /// <exception cref="ArgumentException">The types differ.</exception>
    internal static void Require(ScalarType actual, Type type)
    {
        // bfloat16 has no .NET type here; ushort reads its bits, which no other scalar type uses.
        if (actual == ScalarType.BFloat16 && type == typeof(ushort)) return;
        if (Of(type) != actual) throw new ArgumentException($"{type.Name} is not compatible with {actual}");
    }

    internal static bool IsFloatingPoint(ScalarType type) =>
        type is ScalarType.Float16 or ScalarType.Float32 or ScalarType.Float64 or ScalarType.BFloat16;
}
