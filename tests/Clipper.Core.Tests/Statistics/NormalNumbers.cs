using Clipper.Core.Randomness;

namespace Clipper.Core.Tests.Statistics;

/// <summary>Standard normal numbers for simulations (Box and Muller 1958).</summary>
internal static class NormalNumbers
{
    public static double Next(RandomState random) =>
        Math.Sqrt(-2 * Math.Log(1 - random.NextDouble())) * Math.Cos(2 * Math.PI * random.NextDouble());
}
