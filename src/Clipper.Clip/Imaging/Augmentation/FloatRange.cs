using System.Globalization;
using Clipper.Core.Randomness;

namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>Where a random number lies.</summary>
/// <param name="Least">Lower end, included.</param>
/// <param name="Most">Upper end.</param>
public readonly record struct FloatRange(float Least, float Most)
{
    /// <inheritdoc />
    public override string ToString() => string.Create(CultureInfo.InvariantCulture, $"{Least:R}-{Most:R}");

    /// <summary>A uniform number of the range.</summary>
    internal float Draw(RandomState random) => (float)(Least + (random.NextDouble() * ((double)Most - Least)));
}
