using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Core.LinearAlgebra;

/// <summary>Rows that will be read soon. Those of an episode lie all over the data set, where no processor foresees the
/// next; asked for in time, they come while others are computed with.</summary>
public static class RowPrefetch
{
    private const int LineBytes = 64;

    /// <summary>Has the memory bring a row into the cache; does not wait for it. Where the processor has no such
    /// instruction, nothing happens.</summary>
    public static unsafe void Begin<T>(ReadOnlySpan<T> row)
        where T : unmanaged
    {
        if (!Sse.IsSupported)
        {
            return;
        }

        // The collector may move the row meanwhile: then these are other lines, which is slower and nothing worse.
        byte* first = (byte*)Unsafe.AsPointer(ref MemoryMarshal.GetReference(row));
        byte* end = first + (row.Length * sizeof(T));
        for (byte* line = first; line < end; line += LineBytes)
        {
            Sse.Prefetch0(line);
        }
    }
}
