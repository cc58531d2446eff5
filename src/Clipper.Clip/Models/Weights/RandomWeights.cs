using Clipper.Core.Randomness;

namespace Clipper.Clip.Models.Weights;

/// <summary>Seeded weights for a tower that nobody trained. Every parameter has its own stream, so that none
/// depends on the others: MT19937 keyed by <c>Seed.Derive("random-vit", parameter, 0, seed)</c>, one 53-bit double
/// in [0, 1) a value in row-major order, mapped to a uniform distribution of mean 0 and the standard deviation of
/// OpenAI's initialisation. Uniform, not normal: it takes no logarithm or cosine, whose last bits differ between
/// platforms.</summary>
internal sealed class RandomWeights(ulong seed, VisionShape shape) : IVisionWeights
{
    /// <inheritdoc />
    public void Read(VisionParameter parameter, Span<float> values)
    {
        if (parameter.Layer.StartsWith("ln_", StringComparison.Ordinal) || parameter.Kind == VisionParameter.Bias)
        {
            values.Fill(parameter.Kind == VisionParameter.Weight ? 1f : 0f);
            return;
        }

        // A uniform distribution on [-a, a] has the standard deviation a / sqrt(3).
        double limit = Math.Sqrt(3) * StandardDeviation(parameter.Layer);
        var random = new RandomState(Seed.Derive("random-vit", parameter.Name, 0, new Seed(seed)));
        foreach (ref float value in values)
        {
            value = (float)(((2 * random.NextDouble()) - 1) * limit);
        }
    }

    /// <inheritdoc />
    public void Dispose()
    {
        // Holds nothing.
    }

    private double StandardDeviation(string layer) => layer switch
    {
        VisionParameter.AttentionOut or VisionParameter.MlpOut => 1 / Math.Sqrt(2.0 * shape.Width * shape.Layers),
        VisionParameter.MlpIn => 1 / Math.Sqrt(2.0 * shape.Width),
        VisionParameter.Patch => 1 / Math.Sqrt(3.0 * shape.PatchSize * shape.PatchSize),
        _ => 1 / Math.Sqrt(shape.Width),
    };
}
