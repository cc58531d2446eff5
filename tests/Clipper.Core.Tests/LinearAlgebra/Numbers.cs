using System.Numerics;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;

namespace Clipper.Core.Tests.LinearAlgebra;

/// <summary>Seeded matrices.</summary>
internal static class Numbers
{
    /// <summary>Numbers of mean 0 and variance 1 (twelve uniform ones added).</summary>
    public static Matrix<T> Normal<T>(int rows, int columns, uint seed)
        where T : unmanaged, IFloatingPoint<T>
    {
        var random = new RandomState(seed);
        var matrix = new Matrix<T>(rows, columns);
        foreach (ref T value in matrix.Values)
        {
            double sum = -6;
            for (int i = 0; i < 12; i++)
            {
                sum += random.NextDouble();
            }

            value = T.CreateTruncating(sum);
        }

        return matrix;
    }
}
