namespace Clipper.Benchmarks.Randomness;

/// <summary>The Mersenne Twister as its paper's code has it, word by word.</summary>
internal sealed class PlainMt19937
{
    private const int Size = 624;

    private readonly uint[] _state = new uint[Size];
    private int _next = Size;

    public PlainMt19937(uint seed)
    {
        _state[0] = seed;
        for (uint i = 1; i < Size; i++)
        {
            _state[i] = (1812433253 * (_state[i - 1] ^ (_state[i - 1] >> 30))) + i;
        }
    }

    public uint Next()
    {
        if (_next == Size)
        {
            for (int i = 0; i < Size; i++)
            {
                uint word = (_state[i] & 0x80000000) | (_state[(i + 1) % Size] & 0x7fffffff);
                _state[i] = _state[(i + 397) % Size] ^ (word >> 1) ^ ((word & 1) * 0x9908b0df);
            }

            _next = 0;
        }

        uint bits = _state[_next++];
        bits ^= bits >> 11;
        bits ^= (bits << 7) & 0x9d2c5680;
        bits ^= (bits << 15) & 0xefc60000;
        return bits ^ (bits >> 18);
    }
}
