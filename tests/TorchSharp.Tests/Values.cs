using static TorchSharp.torch;

namespace TorchSharp.Tests;

/// <summary>Short ways to make tensors and to compare their elements.</summary>
internal static class Values
{
    /// <summary>A float32 tensor of that shape; the elements in row-major order.</summary>
    public static Tensor Of(long[] shape, params float[] elements) => tensor(elements, shape);

    /// <summary>A float32 vector.</summary>
    public static Tensor Vector(params float[] elements) => tensor(elements);

    /// <summary>Asserts shape and elements.</summary>
    public static void AssertEqual(Tensor actual, long[] shape, params double[] expected)
    {
        Assert.Equal(shape, actual.shape);
        AssertClose(actual, expected, 1e-6);
    }

    /// <summary>Asserts elements, within a tolerance that is relative above 1.</summary>
    public static void AssertClose(Tensor actual, double[] expected, double tolerance)
    {
        using var doubles = actual.to(ScalarType.Float64);
        var values = doubles.data<double>().ToArray();
        Assert.Equal(expected.Length, values.Length);
        for (var i = 0; i < values.Length; i++)
        {
            var allowed = tolerance * Math.Max(1, Math.Abs(expected[i]));
            Assert.True(
                Math.Abs(values[i] - expected[i]) <= allowed || values[i].Equals(expected[i]),
                $"element {i}: {values[i]:R}, expected {expected[i]:R}");
        }
    }
}
