namespace Clipper.Clip.Tests.Models;

/// <summary>The goldens' measure: max|a − b| / max|b|.</summary>
internal static class RelativeError
{
    /// <summary>Of features and logits, fp32 against truth in fp64; measured on every BLAS core here: at most
    /// 2e-6.</summary>
    public const double Tolerance = 2e-5;

    public static double Between(ReadOnlySpan<float> actual, ReadOnlySpan<double> expected)
    {
        Assert.Equal(expected.Length, actual.Length);
        double difference = 0;
        double largest = 0;
        for (int i = 0; i < expected.Length; i++)
        {
            Assert.True(float.IsFinite(actual[i]), $"value {i} is {actual[i]}");
            difference = Math.Max(difference, Math.Abs(actual[i] - expected[i]));
            largest = Math.Max(largest, Math.Abs(expected[i]));
        }

        return difference / largest;
    }
}
