namespace Clipper.Core.LinearAlgebra;

/// <summary>Large arrays whose numbers begin with a page of memory. The runtime's begin 16 bytes behind one, where each
/// row of 512 floats lies in one line of the cache more than it fills, and every other row in two pages.</summary>
internal static class AlignedArray
{
    /// <summary>Bytes of a page.</summary>
    public const int Page = 4096;

    /// <summary>Bytes from which on arrays are large: for fewer, a page more would be much.</summary>
    public const int Large = 1 << 20;

    /// <summary>Zeros. The collector leaves large arrays where they are, unless it is told to compact them too: then
    /// they may begin elsewhere, which is slower and nothing worse.</summary>
    /// <typeparam name="T">What the length counts; a page holds a whole number of them.</typeparam>
    public static unsafe ArraySegment<T> Of<T>(int length)
        where T : unmanaged
    {
        if ((long)length * sizeof(T) < Large || length > Array.MaxLength - Page)
        {
            return new T[length];
        }

        var array = new T[length + (Page / sizeof(T))];
        fixed (T* start = array)
        {
            nint skipped = -(nint)start & (Page - 1);
            return new ArraySegment<T>(array, (int)skipped / sizeof(T), length);
        }
    }
}
