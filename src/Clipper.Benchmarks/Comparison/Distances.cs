namespace Clipper.Benchmarks.Comparison;

/// <summary>How far answers are apart.</summary>
internal static class Distances
{
    /// <summary>1 − cosine of two rows.</summary>
    public static double Cosine(ReadOnlySpan<float> a, ReadOnlySpan<float> b)
    {
        double product = 0, left = 0, right = 0;
        for (int k = 0; k < a.Length; k++)
        {
            product += (double)a[k] * b[k];
            left += (double)a[k] * a[k];
            right += (double)b[k] * b[k];
        }

        return 1 - (product / Math.Sqrt(left * right));
    }
}
