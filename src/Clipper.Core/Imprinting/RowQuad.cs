using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Core.Imprinting;

/// <summary>The first numbers of four rows that lie anywhere.</summary>
internal readonly ref struct RowQuad
{
    /// <summary>Rows in it.</summary>
    public const int Count = 4;

    /// <summary>The rows <paramref name="order"/>[first], …; beyond the last one it stands in again.</summary>
    public RowQuad(MatrixView<float> rows, ReadOnlySpan<int> order, int first)
    {
        Row0 = ref Start(rows, order, first);
        Row1 = ref Start(rows, order, first + 1);
        Row2 = ref Start(rows, order, first + 2);
        Row3 = ref Start(rows, order, first + 3);
    }

    /// <summary>The first row.</summary>
    public readonly ref float Row0;

    /// <summary>The second row.</summary>
    public readonly ref float Row1;

    /// <summary>The third row.</summary>
    public readonly ref float Row2;

    /// <summary>The fourth row.</summary>
    public readonly ref float Row3;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ref float Start(MatrixView<float> rows, ReadOnlySpan<int> order, int place) =>
        ref MemoryMarshal.GetReference(rows.Row(order[Math.Min(place, order.Length - 1)]));
}
