using System.Globalization;
using Clipper.Core.Randomness;

namespace Clipper.Core.Episodes;

/// <summary>Which random stream an episode is drawn from: the seed of the run in the high 32 bits, the episode's number
/// in the low ones. A run with seed 0 has the paper's streams, NumPy's <c>RandomState(number)</c> (PROTOCOL 4.2);
/// another seed has <c>RandomState([number, seed])</c>, so that no two seeds share an episode.</summary>
public static class EpisodeSeed
{
    /// <summary>The number of the first validation episode; those that are reported count from 0 and never reach
    /// it.</summary>
    public const long FirstOfValidation = 1L << 31;

    private const int NumberBits = 32;

    /// <summary>The seed of an episode.</summary>
    /// <param name="run">Seed of the run.</param>
    /// <param name="number">Number of the episode.</param>
    /// <exception cref="ArgumentOutOfRangeException">One is negative, or the number has more than 32 bits.</exception>
    public static long Of(int run, long number)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(run);
        ArgumentOutOfRangeException.ThrowIfNegative(number);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(number, uint.MaxValue);
        return ((long)run << NumberBits) | number;
    }

    /// <summary>The stream.</summary>
    /// <exception cref="ArgumentOutOfRangeException">The seed is negative.</exception>
    public static RandomState Stream(long seed)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(seed);
        return seed <= uint.MaxValue ? new RandomState((uint)seed) : new RandomState(new Seed((ulong)seed));
    }

    /// <summary>The number, and the run's seed where it is not 0, for messages: <c>7</c>, <c>7 of seed 3</c>.</summary>
    public static string Text(long seed)
    {
        long run = seed >> NumberBits;
        long number = seed & uint.MaxValue;
        return run == 0
            ? number.ToString(CultureInfo.InvariantCulture)
            : string.Create(CultureInfo.InvariantCulture, $"{number} of seed {run}");
    }
}
