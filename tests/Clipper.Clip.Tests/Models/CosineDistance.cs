namespace Clipper.Clip.Tests.Models;

/// <summary>How far embeddings are apart.</summary>
internal static class CosineDistance
{
    /// <summary>The largest 1 − cosine of two rows.</summary>
    public static double Largest(float[] a, float[] b, int dimension)
    {
        double largest = 0;
        for (int row = 0; row < a.Length; row += dimension)
        {
            double product = 0;
            double left = 0;
            double right = 0;
            for (int i = row; i < row + dimension; i++)
            {
                product += (double)a[i] * b[i];
                left += (double)a[i] * a[i];
                right += (double)b[i] * b[i];
            }

            largest = Math.Max(largest, 1 - (product / Math.Sqrt(left * right)));
        }

        return largest;
    }
}
