namespace Clipper.Bench.Speed;

/// <summary>Work that never changes, timed beside every figure: a sum of products in a plain loop, number after number,
/// over an array that the second-level cache holds. A machine that is slower for the moment is so for both.</summary>
internal sealed class Yardstick
{
    private const int Length = 1 << 16;
    private const int Passes = 80;

    private readonly float[] _left = new float[Length];
    private readonly float[] _right = new float[Length];

    public Yardstick()
    {
        for (int i = 0; i < Length; i++)
        {
            _left[i] = i % 97;
            _right[i] = i % 89;
        }
    }

    /// <summary>Does the work, some milliseconds.</summary>
    /// <returns>What it gives, so that nothing is left out.</returns>
    public double Run()
    {
        double total = 0;
        for (int pass = 0; pass < Passes; pass++)
        {
            float sum = 0;
            for (int i = 0; i < Length; i++)
            {
                sum += _left[i] * _right[i];
            }

            total += sum;
        }

        return total;
    }
}
