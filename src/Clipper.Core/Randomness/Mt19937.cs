using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace Clipper.Core.Randomness;

/// <summary>The Mersenne Twister MT19937 (Matsumoto and Nishimura 1998, reference code mt19937ar.c): 32-bit draws that
/// are the same on every machine, runtime and culture.</summary>
public sealed class Mt19937
{
    private const int Size = 624;
    private const int Shift = 397;
    private const uint UpperBit = 0x80000000;
    private const uint LowerBits = 0x7fffffff;
    private const uint Twist = 0x9908b0df;

    private readonly uint[] _state = new uint[Size];
    private readonly uint[] _tempered = new uint[Size];
    private int _next = Size;

    /// <summary>Classic single-integer seeding (<c>init_genrand</c>), the one of <c>numpy.random.seed(s)</c>:
    /// k₀ = s, kᵢ = 1812433253·(kᵢ₋₁ ⊕ (kᵢ₋₁≫30)) + i.</summary>
    public Mt19937(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < Size; i++)
        {
            uint previous = _state[i - 1];
            _state[i] = (1812433253 * (previous ^ (previous >> 30))) + i;
        }
    }

    /// <summary>Seeding by a key of any length (<c>init_by_array</c>), for seeds of more than 32 bits.</summary>
    /// <exception cref="ArgumentException">The key is empty.</exception>
    public Mt19937(ReadOnlySpan<uint> key)
        : this(19650218)
    {
        if (key.IsEmpty)
        {
            throw new ArgumentException("The key of a random stream needs at least one word, got none.", nameof(key));
        }

        int i = 1;
        for (int step = 0, j = 0; step < Math.Max(Size, key.Length); step++, j = (j + 1) % key.Length)
        {
            _state[i] = Mix(i, 1664525) + key[j] + (uint)j;
            i = Advance(i);
        }

        for (int step = 1; step < Size; step++)
        {
            _state[i] = Mix(i, 1566083941) - (uint)i;
            i = Advance(i);
        }

        _state[0] = UpperBit;
    }

    /// <summary>The next 32 uniform bits.</summary>
    public uint Next()
    {
        if ((uint)_next >= Size)
        {
            Regenerate();
        }

        return _tempered[_next++];
    }

    /// <summary>The draws that are made already and come next, at least one; <see cref="Take"/> uses them up. For loops
    /// that cannot afford a call a draw.</summary>
    internal ReadOnlySpan<uint> Peek()
    {
        if ((uint)_next >= Size)
        {
            Regenerate();
        }

        return _tempered.AsSpan(_next);
    }

    /// <summary>Uses up the first <paramref name="count"/> draws of <see cref="Peek"/>.</summary>
    internal void Take(int count) => _next += count;

    /// <summary>A uniform integer in [0, <paramref name="max"/>]: draws are masked to the smallest 2^k−1 ≥ max and
    /// repeated until one fits (NumPy's <c>random_interval</c>). max = 0 draws nothing.</summary>
    public uint Interval(uint max)
    {
        if (max == 0)
        {
            return 0;
        }

        uint mask = uint.MaxValue >> BitOperations.LeadingZeroCount(max);
        uint value;
        do
        {
            value = Next() & mask;
        }
        while (value > max);
        return value;
    }

    /// <summary>A uniform double in [0, 1) of 53 bits (<c>genrand_res53</c>, NumPy's <c>random_sample</c>); two
    /// draws.</summary>
    public double NextDouble()
    {
        uint high = Next() >> 5;
        uint low = Next() >> 6;
        return ((high * 67108864.0) + low) / 9007199254740992.0;
    }

    private uint Mix(int i, uint factor)
    {
        uint previous = _state[i - 1];
        return _state[i] ^ ((previous ^ (previous >> 30)) * factor);
    }

    /// <summary>The index after <paramref name="i"/>, which wraps to 1 and carries the last word to the
    /// front.</summary>
    private int Advance(int i)
    {
        if (i + 1 < Size)
        {
            return i + 1;
        }

        _state[0] = _state[Size - 1];
        return 1;
    }

    // The next 624 words: word i takes words i, i + 1 and i + 397 (mod 624), of which those before i are new already.
    private void Regenerate()
    {
        ref uint state = ref MemoryMarshal.GetArrayDataReference(_state);
        Renew(ref state, Size - Shift, ref Unsafe.Add(ref state, Shift));
        Renew(ref Unsafe.Add(ref state, Size - Shift), Shift - 1, ref state);
        _state[Size - 1] = _state[Shift - 1] ^ Twisted(_state[Size - 1], state);
        ref uint tempered = ref MemoryMarshal.GetArrayDataReference(_tempered);
        for (nuint i = 0; i < Size; i += (nuint)Vector256<uint>.Count)
        {
            Temper(Vector256.LoadUnsafe(ref state, i)).StoreUnsafe(ref tempered, i);
        }

        _next = 0;
    }

    // words[i] = far[i] ^ twist(words[i], words[i + 1]) for the first words, eight at a time. The word after them is
    // there, and so is whatever a vector reads beyond it.
    private static void Renew(ref uint words, int count, ref uint far)
    {
        int i = 0;
        for (; i + Vector256<uint>.Count <= count; i += Vector256<uint>.Count)
        {
            ref uint word = ref Unsafe.Add(ref words, i);
            Vector256<uint> own = Vector256.LoadUnsafe(ref word);
            Vector256<uint> next = Vector256.LoadUnsafe(ref word, 1);
            Vector256<uint> bits = (own & Vector256.Create(UpperBit)) | (next & Vector256.Create(LowerBits));
            Vector256<uint> twist = (Vector256<uint>.Zero - (bits & Vector256<uint>.One)) & Vector256.Create(Twist);
            (Vector256.LoadUnsafe(ref far, (nuint)i) ^ (bits >> 1) ^ twist).StoreUnsafe(ref word);
        }

        for (; i < count; i++)
        {
            ref uint word = ref Unsafe.Add(ref words, i);
            word = Unsafe.Add(ref far, i) ^ Twisted(word, Unsafe.Add(ref word, 1));
        }
    }

    private static uint Twisted(uint own, uint next)
    {
        uint bits = (own & UpperBit) | (next & LowerBits);
        return (bits >> 1) ^ ((bits & 1) * Twist);
    }

    private static Vector256<uint> Temper(Vector256<uint> bits)
    {
        bits ^= bits >> 11;
        bits ^= (bits << 7) & Vector256.Create(0x9d2c5680);
        bits ^= (bits << 15) & Vector256.Create(0xefc60000);
        return bits ^ (bits >> 18);
    }
}
