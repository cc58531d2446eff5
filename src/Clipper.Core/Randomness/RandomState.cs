using System.Buffers;
using System.Numerics;

namespace Clipper.Core.Randomness;

/// <summary>The draws of NumPy's legacy <c>RandomState</c>, bit for bit (PROTOCOL 4.2): what the paper's episodes are
/// drawn with, and what every other stream of the harness uses too.</summary>
public sealed class RandomState
{
    private readonly Mt19937 _bits;

    /// <summary>The stream of <c>numpy.random.seed(seed)</c>.</summary>
    public RandomState(uint seed) => _bits = new Mt19937(seed);

    /// <summary>A stream of our own, keyed by all 64 bits of <paramref name="seed"/> (low word first).</summary>
    public RandomState(Seed seed) => _bits = new Mt19937([(uint)seed.Value, (uint)(seed.Value >> 32)]);

    /// <summary>A uniform double in [0, 1): <c>random_sample()</c>.</summary>
    public double NextDouble() => _bits.NextDouble();

    /// <summary>A uniform integer in [0, <paramref name="count"/>): the index of <c>choice</c> of one out of a
    /// list.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The list is empty.</exception>
    public int NextIndex(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegativeOrZero(count);
        return (int)_bits.Interval((uint)count - 1);
    }

    /// <summary>The numbers 0 … <paramref name="count"/>−1 in random order: <c>permutation(count)</c>, Fisher–Yates
    /// from the last place down.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is negative.</exception>
    public int[] Permutation(int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        var order = new int[count];
        for (int i = 0; i < count; i++)
        {
            order[i] = i;
        }

        Shuffle<int>(order);
        return order;
    }

    /// <summary>Puts <paramref name="items"/> in random order in place: <c>shuffle</c>.</summary>
    public void Shuffle<T>(Span<T> items)
    {
        for (int i = items.Length - 1; i > 0;)
        {
            // The draws of interval(i), all masked alike down to half the mask. One that is too great swaps an item
            // with itself and leaves i, which spares a branch that nobody could foresee.
            uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount((uint)i);
            ReadOnlySpan<uint> draws = _bits.Peek();
            int used = 0;
            for (; i > (int)(mask >> 1) && used < draws.Length; used++)
            {
                int draw = (int)(draws[used] & mask);
                int j = Math.Min(draw, i);
                (items[i], items[j]) = (items[j], items[i]);
                i -= draw <= i ? 1 : 0;
            }

            _bits.Take(used);
        }
    }

    /// <summary><paramref name="count"/> different numbers of 0 … <paramref name="total"/>−1:
    /// <c>choice(total, count, replace=False)</c>, the first entries of a permutation. It uses up the draws of the
    /// whole permutation, but moves nothing that does not end among the first.</summary>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="count"/> is outside [0, total].</exception>
    public int[] Choose(int total, int count)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(count);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(count, total);
        int[] rented = ArrayPool<int>.Shared.Rent((2 * total) + 1);
        try
        {
            Span<int> targets = rented.AsSpan(0, total);
            new SwapTargets(_bits, targets).Draw();
            return FirstOf(targets, rented.AsSpan(total, total + 1), count);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    // The swaps undone, the last one (of place 1) first: what an item that has ended on a place was swapped from is
    // where it lay before. The swaps of the first places are few and done one by one. From there on, a swap of place i
    // takes i's item out of what was never looked for, so that only the first later swap with a place counts for it:
    // moves[p] is where the item on place p comes from, 0 where it stays.
    private static int[] FirstOf(ReadOnlySpan<int> targets, Span<int> moves, int count)
    {
        int total = targets.Length;
        var items = new int[count];
        for (int item = 0; item < count; item++)
        {
            moves[item] = item;
        }

        for (int place = 1; place < count; place++)
        {
            int target = targets[total - 1 - place];
            target = target == total ? place : target;
            (moves[place], moves[target]) = (moves[target], moves[place]);
        }

        for (int place = 0; place < count; place++)
        {
            items[moves[place]] = place;
        }

        // Written from the last place down, so that the first later swap is what remains; place `total` takes what is
        // swapped with itself.
        moves.Clear();
        int moved = total - Math.Max(1, count);
        for (int n = 0; n < moved; n++)
        {
            moves[targets[n]] = total - 1 - n;
        }

        for (int item = 0; item < count; item++)
        {
            int place = items[item];
            while (moves[place] is not 0 and var from)
            {
                place = from;
            }

            items[item] = place;
        }

        return items;
    }
}
