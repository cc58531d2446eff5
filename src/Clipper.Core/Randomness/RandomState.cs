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
        int[] rented = ArrayPool<int>.Shared.Rent(2 * total);
        try
        {
            Span<int> targets = rented.AsSpan(0, total);
            Span<int> tokens = rented.AsSpan(total, total);
            DrawTargets(targets);
            tokens.Clear();
            return FirstOf(targets, tokens, count);
        }
        finally
        {
            ArrayPool<int>.Shared.Return(rented);
        }
    }

    // targets[i] = interval(i) for i from the last down to 1: what a shuffle would swap place i with. A draw that is
    // too great is written over by the next.
    private void DrawTargets(Span<int> targets)
    {
        for (int i = targets.Length - 1; i > 0;)
        {
            uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount((uint)i);
            ReadOnlySpan<uint> draws = _bits.Peek();
            int used = 0;
            for (; i > (int)(mask >> 1) && used < draws.Length; used++)
            {
                int draw = (int)(draws[used] & mask);
                targets[i] = draw;
                i -= draw <= i ? 1 : 0;
            }

            _bits.Take(used);
        }
    }

    // The swaps undone, the last one (of place 1) first: token t, from 1, starts on the place t − 1 where an item has
    // ended, and where it comes to lie is where the item was.
    private static int[] FirstOf(ReadOnlySpan<int> targets, Span<int> tokens, int count)
    {
        Span<int> places = stackalloc int[count <= 1023 ? count + 1 : 0];
        places = places.IsEmpty ? new int[count + 1] : places;
        for (int place = 0; place < count; place++)
        {
            tokens[place] = place + 1;
            places[place + 1] = place;
        }

        for (int i = 1; i < count; i++)
        {
            int target = targets[i];
            (tokens[i], tokens[target]) = (tokens[target], tokens[i]);
            places[tokens[i]] = i;
            places[tokens[target]] = target;
        }

        // No place from here on has a token yet, so that each swap is a move; that of token 0, of none, is harmless.
        for (int i = Math.Max(1, count); i < targets.Length; i++)
        {
            ref int taken = ref tokens[targets[i]];
            int token = taken;
            taken = 0;
            tokens[i] = token;
            places[token] = i;
        }

        return places[1..].ToArray();
    }
}
