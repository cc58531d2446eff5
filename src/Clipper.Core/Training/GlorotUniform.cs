using System.Numerics;
using System.Numerics.Tensors;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;

namespace Clipper.Core.Training;

/// <summary>Random weights to start from, as Keras initialises a dense layer: uniform in ±√(6 / (d + classes)) (Glorot
/// and Bengio 2010).</summary>
public static class GlorotUniform
{
    /// <summary>Weights [classes, d], scaled to unit columns as the paper's linear probe starts (PROTOCOL section
    /// 9.2).</summary>
    /// <param name="classes">Number of classes, at least 1.</param>
    /// <param name="dimension">Length of an embedding, at least 1.</param>
    /// <param name="seed">Seed of the stream.</param>
    public static Matrix<T> UnitWeights<T>(int classes, int dimension, Seed seed)
        where T : unmanaged, IBinaryFloatingPointIeee754<T>
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(classes, 1);
        ArgumentOutOfRangeException.ThrowIfLessThan(dimension, 1);
        double limit = Math.Sqrt(6.0 / (dimension + classes));
        var random = new RandomState(seed);
        var weights = new Matrix<double>(classes, dimension);
        foreach (ref double weight in weights.Values)
        {
            weight = ((2 * random.NextDouble()) - 1) * limit;
        }

        var unit = new Matrix<T>(classes, dimension);
        TensorPrimitives.ConvertTruncating<double, T>(
            UnitRows.Normalize(weights.View).Values, unit.Values);
        return unit;
    }
}
