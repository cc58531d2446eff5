using System.Diagnostics.CodeAnalysis;

namespace Clipper.Clip.Checkpoints;

/// <summary>Names and sizes of <see cref="TensorType"/> as safetensors has them.</summary>
internal static class TensorTypes
{
    private static readonly (TensorType Type, string Name, int Bits)[] Table =
    [
        (TensorType.Bool, "BOOL", 8),
        (TensorType.U8, "U8", 8),
        (TensorType.I8, "I8", 8),
        (TensorType.U16, "U16", 16),
        (TensorType.I16, "I16", 16),
        (TensorType.U32, "U32", 32),
        (TensorType.I32, "I32", 32),
        (TensorType.U64, "U64", 64),
        (TensorType.I64, "I64", 64),
        (TensorType.F16, "F16", 16),
        (TensorType.BF16, "BF16", 16),
        (TensorType.F32, "F32", 32),
        (TensorType.F64, "F64", 64),
        (TensorType.F4, "F4", 4),
        (TensorType.F6E2M3, "F6_E2M3", 6),
        (TensorType.F6E3M2, "F6_E3M2", 6),
        (TensorType.F8E5M2, "F8_E5M2", 8),
        (TensorType.F8E4M3, "F8_E4M3", 8),
        (TensorType.F8E8M0, "F8_E8M0", 8),
        (TensorType.F8E4M3Fnuz, "F8_E4M3FNUZ", 8),
        (TensorType.F8E5M2Fnuz, "F8_E5M2FNUZ", 8),
        (TensorType.C64, "C64", 64),
    ];

    /// <summary>All names, for errors.</summary>
    public static string Names => string.Join(", ", Table.Select(row => row.Name));

    /// <summary>The name in a file's header.</summary>
    public static string Name(this TensorType type) => Row(type).Name;

    /// <summary>Bits an element takes.</summary>
    public static int Bits(this TensorType type) => Row(type).Bits;

    /// <summary>The type of that name (case counts).</summary>
    public static bool TryParse([NotNullWhen(true)] string? name, out TensorType type)
    {
        foreach (var row in Table)
        {
            if (row.Name == name)
            {
                type = row.Type;
                return true;
            }
        }

        type = default;
        return false;
    }

    private static (TensorType Type, string Name, int Bits) Row(TensorType type)
    {
        var row = Table[(int)type];
        return row.Type == type ? row : throw new InvalidOperationException($"The table is out of order at {type}.");
    }
}
