using Clipper.Core.LinearAlgebra;
using Clipper.Core.Randomness;
using Clipper.Core.Training;

namespace Clipper.Core.Tests.Training;

public sealed class GlorotUniformTests
{
    [Fact]
    public void Columns_are_unit_and_uniform_around_zero()
    {
        Matrix<double> weights = GlorotUniform.UnitWeights<double>(classes: 5, dimension: 2_000, new Seed(1));

        for (int c = 0; c < weights.Rows; c++)
        {
            double[] values = weights.Row(c).ToArray();
            double greatest = values.Max(Math.Abs);
            Assert.Equal(1, values.Sum(value => value * value), 12);
            Assert.InRange(values.Average() / greatest, -0.05, 0.05);

            // A uniform distribution in ±a has the variance a²/3; the norm of 1 fixes a.
            Assert.InRange(greatest, 0.97 * Math.Sqrt(3.0 / 2_000), 1.05 * Math.Sqrt(3.0 / 2_000));
        }
    }

    [Fact]
    public void Seed_decides_the_weights()
    {
        float[] Weights(ulong seed) => GlorotUniform.UnitWeights<float>(2, 4, new Seed(seed)).Values.ToArray();

        Assert.Equal(Weights(1), Weights(1));
        Assert.NotEqual(Weights(1), Weights(2));
    }
}
