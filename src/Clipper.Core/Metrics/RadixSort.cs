using System.Buffers;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Clipper.Core.Metrics;

/// <summary>Sorts many floating-point numbers by the digits of their bits, in a few passes instead of n log n
/// comparisons.</summary>
internal static class RadixSort
{
    /// <summary>Fewer numbers than this are sorted by comparison.</summary>
    internal const int Least = 400;

    private const int DigitBits = 11;
    private const int DigitValues = 1 << DigitBits;

    /// <summary>Sorts ascending, −0 before 0; there must be no NaN.</summary>
    public static void Sort<T>(Span<T> values)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        if (values.Length < Least)
        {
            values.Sort();
        }
        else if (typeof(T) == typeof(float))
        {
            SortBits(MemoryMarshal.Cast<T, uint>(values), 1u << 31);
        }
        else
        {
            SortBits(MemoryMarshal.Cast<T, ulong>(values), 1ul << 63);
        }
    }

    private static void SortBits<TKey>(Span<TKey> values, TKey sign)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        TKey[] rented = ArrayPool<TKey>.Shared.Rent(values.Length);
        try
        {
            Span<TKey> from = values;
            Span<TKey> to = rented.AsSpan(0, values.Length);
            foreach (ref TKey value in values)
            {
                value = Ascending(value, sign);
            }

            Span<int> places = stackalloc int[DigitValues];
            for (int shift = 0; shift < Unsafe.SizeOf<TKey>() * 8; shift += DigitBits)
            {
                if (Count(from, shift, places))
                {
                    Scatter(from, to, shift, places);
                    Span<TKey> sorted = to;
                    to = from;
                    from = sorted;
                }
            }

            for (int i = 0; i < values.Length; i++)
            {
                values[i] = Restored(from[i], sign);
            }
        }
        finally
        {
            ArrayPool<TKey>.Shared.Return(rented);
        }
    }

    /// <summary>Where the first key of each digit goes.</summary>
    /// <returns>Whether the keys differ in this digit at all.</returns>
    private static bool Count<TKey>(ReadOnlySpan<TKey> keys, int shift, Span<int> places)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        places.Clear();
        foreach (TKey key in keys)
        {
            places[Digit(key, shift)]++;
        }

        if (places[Digit(keys[0], shift)] == keys.Length)
        {
            return false;
        }

        int next = 0;
        foreach (ref int place in places)
        {
            int count = place;
            place = next;
            next += count;
        }

        return true;
    }

    private static void Scatter<TKey>(ReadOnlySpan<TKey> from, Span<TKey> to, int shift, Span<int> places)
        where TKey : unmanaged, IBinaryInteger<TKey>
    {
        foreach (TKey key in from)
        {
            to[places[Digit(key, shift)]++] = key;
        }
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static int Digit<TKey>(TKey key, int shift)
        where TKey : unmanaged, IBinaryInteger<TKey> =>
        int.CreateTruncating(key >>> shift) & (DigitValues - 1);

    // As integers, floating-point numbers ascend once the sign of positive ones and all bits of negative ones are
    // turned.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TKey Ascending<TKey>(TKey bits, TKey sign)
        where TKey : unmanaged, IBinaryInteger<TKey> =>
        (bits & sign) == TKey.Zero ? bits | sign : ~bits;

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static TKey Restored<TKey>(TKey key, TKey sign)
        where TKey : unmanaged, IBinaryInteger<TKey> =>
        (key & sign) == TKey.Zero ? ~key : key ^ sign;
}
