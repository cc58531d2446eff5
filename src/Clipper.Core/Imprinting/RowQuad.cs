using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Core.Imprinting;

/// <summary>The first numbers of four rows that lie anywhere in a matrix.</summary>
internal readonly unsafe struct RowQuad
{
    /// <summary>Rows in it.</summary>
    public const int Count = 4;

    private const int Line = 16; // floats in a line of the cache

    /// <summary>The rows <paramref name="order"/>[first], …; beyond the last one it stands in again.</summary>
    /// <param name="rows">The matrix.</param>
    /// <param name="columns">Length of its rows.</param>
    /// <param name="order">Indices of rows.</param>
    /// <param name="first">Where in the order the four begin.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public RowQuad(float* rows, int columns, ReadOnlySpan<int> order, int first)
    {
        int last = order.Length - 1;
        Row0 = rows + ((nint)order[Math.Min(first, last)] * columns);
        Row1 = rows + ((nint)order[Math.Min(first + 1, last)] * columns);
        Row2 = rows + ((nint)order[Math.Min(first + 2, last)] * columns);
        Row3 = rows + ((nint)order[Math.Min(first + 3, last)] * columns);
    }

    /// <summary>The first row.</summary>
    public readonly float* Row0;

    /// <summary>The second row.</summary>
    public readonly float* Row1;

    /// <summary>The third row.</summary>
    public readonly float* Row2;

    /// <summary>The fourth row.</summary>
    public readonly float* Row3;

    /// <summary>Asks for both ends of each row, so that the addresses of its pages are known when the rest is asked
    /// for.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void FetchEnds(int columns)
    {
        Sse.Prefetch0(Row0);
        Sse.Prefetch0(Row0 + columns - 1);
        Sse.Prefetch0(Row1);
        Sse.Prefetch0(Row1 + columns - 1);
        Sse.Prefetch0(Row2);
        Sse.Prefetch0(Row2 + columns - 1);
        Sse.Prefetch0(Row3);
        Sse.Prefetch0(Row3 + columns - 1);
    }

    /// <summary>Called for k = 0, 8, 16, … it asks for all lines of two rows, from both ends to the middle: what a
    /// prefetcher of the processor then fetches of its own accord, as it sees line after line, are lines of the row
    /// again and not those behind it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Fetch(float* row, float* other, int k, int columns)
    {
        if (k % (2 * Line) == 0)
        {
            nint front = k >> 1;
            nint back = columns - 1 - front;
            Sse.Prefetch0(row + front);
            Sse.Prefetch0(other + front);
            Sse.Prefetch0(row + back);
            Sse.Prefetch0(other + back);
        }
    }
}
