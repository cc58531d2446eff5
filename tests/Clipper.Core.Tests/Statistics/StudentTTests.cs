using Clipper.Core.Statistics;

namespace Clipper.Core.Tests.Statistics;

public sealed class StudentTTests
{
    [Theory] // 2 * scipy.stats.t.sf(t, df)
    [InlineData(0.5, 1, 0.7048327646991336)]
    [InlineData(2.0, 9, 0.07655282377070093)]
    [InlineData(-3.3, 4, 0.02993342008412607)]
    [InlineData(12.0, 99, 5.130629687897491e-21)]
    [InlineData(40.0, 99, 6.385085160287213e-63)]
    [InlineData(0.0, 7, 1.0)]
    [InlineData(double.PositiveInfinity, 7, 0.0)]
    public void TwoSided_gives_the_value_of_scipy(double t, int degreesOfFreedom, double expected) =>
        Assert.Equal(expected, StudentT.TwoSided(t, degreesOfFreedom), 1e-9 * expected);

    [Theory] // scipy.stats.t.ppf(0.975, df)
    [InlineData(1, 12.706204736432095)]
    [InlineData(2, 4.302652729911275)]
    [InlineData(3, 3.182446305284263)]
    [InlineData(4, 2.7764451051977987)]
    [InlineData(9, 2.2621571627409915)]
    [InlineData(30, 2.0422724563012373)]
    [InlineData(99, 1.9842169515086827)]
    [InlineData(1000, 1.9623390808264078)]
    public void Quantile_gives_the_value_of_scipy(int degreesOfFreedom, double expected) =>
        Assert.Equal(expected, StudentT.Quantile(0.975, degreesOfFreedom), 1e-10 * expected);

    [Theory]
    [InlineData(0.95)]
    [InlineData(0.975)]
    [InlineData(0.995)]
    public void Quantile_agrees_with_the_closed_form_for_1_to_1000_degrees(double probability)
    {
        for (int degrees = 1; degrees <= 1000; degrees++)
        {
            double expected = ClosedFormQuantile(probability, degrees);
            Assert.Equal(expected, StudentT.Quantile(probability, degrees), 1e-10 * expected);
        }
    }

    [Fact]
    public void Quantile_of_many_degrees_nears_the_normal_one() =>
        Assert.Equal(1.959963984540054, StudentT.Quantile(0.975, 100_000_000), 1e-7);

    [Theory]
    [InlineData(0, 5)]
    [InlineData(1, 5)]
    [InlineData(0.975, 0)]
    public void Quantile_out_of_range_is_refused(double probability, int degreesOfFreedom) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => StudentT.Quantile(probability, degreesOfFreedom));

    /// <summary>Bisection over θ = atan(t / √ν) on the finite sums of Abramowitz and Stegun 26.7.3 and
    /// 26.7.4.</summary>
    private static double ClosedFormQuantile(double probability, int degrees)
    {
        double low = 0;
        double high = Math.PI / 2;
        for (int i = 0; i < 60; i++)
        {
            double middle = (low + high) / 2;
            bool isBelow = CentralProbability(middle, degrees) < (2 * probability) - 1;
            (low, high) = isBelow ? (middle, high) : (low, middle);
        }

        return Math.Sqrt(degrees) * Math.Tan(low);
    }

    private static double CentralProbability(double theta, int degrees)
    {
        bool isOdd = degrees % 2 == 1;
        double cosine = Math.Cos(theta);
        double term = isOdd ? cosine : 1;
        double sum = 0;
        for (int power = isOdd ? 1 : 0; power <= degrees - 2; power += 2)
        {
            sum += term;
            term *= cosine * cosine * (power + 1) / (power + 2);
        }

        double area = Math.Sin(theta) * sum;
        return isOdd ? 2 / Math.PI * (theta + area) : area;
    }
}
