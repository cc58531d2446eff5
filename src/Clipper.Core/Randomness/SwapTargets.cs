using System.Numerics;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;
using System.Runtime.Intrinsics.X86;

namespace Clipper.Core.Randomness;

/// <summary>What NumPy's shuffle of n items swaps each place with: <c>random_interval(i)</c> for the place i from n − 1
/// down to 1. Draws are masked to the smallest 2^k − 1 ≥ i, and those above i are passed over.</summary>
/// <param name="bits">Makes the draws.</param>
/// <param name="targets">Of length n; receives the targets of the places n − 1, n − 2, … 1, and n for a place that is
/// its own target.</param>
internal ref struct SwapTargets(Mt19937 bits, Span<int> targets)
{
    private const int Lanes = 16; // draws in a 512-bit vector

    private readonly Span<int> _targets = targets;
    private int _place = targets.Length - 1;
    private int _mask;

    /// <summary>Uses up the draws of the shuffle.</summary>
    public void Draw()
    {
        while (_place > 0)
        {
            ReadOnlySpan<uint> draws = bits.Peek();
            int used = 0;
            while (_place > 0 && used < draws.Length)
            {
                _mask = (int)(uint.MaxValue >> BitOperations.LeadingZeroCount((uint)_place));
                ReadOnlySpan<uint> next = draws[used..];
                int judged = Avx512F.IsSupported && _place >= 2 * Lanes && next.Length >= Lanes ? Many(next) : 0;
                used += judged > 0 ? judged : Some(next);
            }

            bits.Take(used);
        }
    }

    // As many of sixteen draws as can be judged at once, at least the first; none where the mask may change among
    // them. A draw can be judged unless it lies between the place now and the place after sixteen are accepted: then it
    // depends on how many are accepted before it, and is the first of the next sixteen.
    private int Many(ReadOnlySpan<uint> draws)
    {
        Vector512<int> masked =
            Vector512.LoadUnsafe(ref MemoryMarshal.GetReference(draws)).AsInt32() & Vector512.Create(_mask);
        ulong fitting = Vector512.LessThanOrEqual(masked, Vector512.Create(_place)).ExtractMostSignificantBits();
        ulong surely = Vector512.LessThanOrEqual(masked, Vector512.Create(_place - Lanes)).ExtractMostSignificantBits();
        ulong open = fitting & ~surely & ~1UL;
        int judged = BitOperations.TrailingZeroCount(open | (1UL << Lanes));
        ulong accepted = fitting & ((1UL << judged) - 1);
        int count = BitOperations.PopCount(accepted);
        if (_place - count <= _mask >> 1)
        {
            return 0;
        }

        Vector512<int> lanes = Vector512.LessThanOrEqual(masked, Vector512.Create(_place))
            & Vector512.LessThan(Vector512<int>.Indices, Vector512.Create(judged));
        Span<int> room = _targets.Slice(_targets.Length - 1 - _place, Lanes);
        Avx512F.Compress(Vector512<int>.Zero, lanes, masked).StoreUnsafe(ref MemoryMarshal.GetReference(room));
        room[0] = room[0] == _place ? _targets.Length : room[0];
        _place -= count;
        return judged;
    }

    // One draw after another, as many as a vector has or the mask lasts. One that is too great is written over by the
    // next, which spares a branch that nobody could foresee.
    private int Some(ReadOnlySpan<uint> draws)
    {
        int total = _targets.Length;
        int place = _place;
        int end = Math.Min(draws.Length, Lanes);
        int used = 0;
        for (; used < end && place > _mask >> 1; used++)
        {
            int draw = (int)draws[used] & _mask;
            _targets[total - 1 - place] = draw == place ? total : draw;
            place -= draw <= place ? 1 : 0;
        }

        _place = place;
        return used;
    }
}
