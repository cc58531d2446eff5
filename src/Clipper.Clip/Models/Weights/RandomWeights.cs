using Clipper.Core.Randomness;

namespace Clipper.Clip.Models.Weights;

/// <summary>Seeded weights for a tower that nobody trained. Every parameter has its own stream, so that none
/// depends on the others: MT19937 keyed by <c>Seed.Derive("random-vit", parameter, 0, seed)</c> (<c>random-text</c> for
/// a text tower), one 53-bit double in [0, 1) a value in row-major order, mapped to a uniform distribution of mean 0
/// and the standard deviation of OpenAI's initialisation. Uniform, not normal: it takes no logarithm or cosine, whose
/// last bits differ between platforms.</summary>
/// <param name="seed">The seed of the tower.</param>
/// <param name="shape">The tower.</param>
internal sealed class RandomWeights(ulong seed, ITowerShape shape) : ITowerWeights
{
    // What OpenAI's CLIP draws its text tables with.
    private const double TokenDeviation = 0.02;
    private const double PositionDeviation = 0.01;

    private readonly string _stream = shape is TextShape ? "random-text" : "random-vit";

    /// <inheritdoc />
    public void Read(TowerParameter parameter, Span<float> values)
    {
        if (parameter.Layer.StartsWith("ln_", StringComparison.Ordinal) || parameter.Kind == TowerParameter.Bias)
        {
            values.Fill(parameter.Kind == TowerParameter.Weight ? 1f : 0f);
            return;
        }

        // A uniform distribution on [-a, a] has the standard deviation a / sqrt(3).
        double limit = Math.Sqrt(3) * StandardDeviation(parameter.Layer);
        var random = new RandomState(Seed.Derive(_stream, parameter.Name, 0, new Seed(seed)));
        foreach (ref float value in values)
        {
            value = (float)(((2 * random.NextDouble()) - 1) * limit);
        }
    }

    private double StandardDeviation(string layer) => layer switch
    {
        TowerParameter.AttentionOut or TowerParameter.MlpOut => 1 / Math.Sqrt(2.0 * shape.Width * shape.Layers),
        TowerParameter.MlpIn => 1 / Math.Sqrt(2.0 * shape.Width),
        TowerParameter.Patch when shape is VisionShape vision =>
            1 / Math.Sqrt(3.0 * vision.PatchSize * vision.PatchSize),
        TowerParameter.TokenEmbedding => TokenDeviation,
        TowerParameter.PositionEmbedding when shape is TextShape => PositionDeviation,
        _ => 1 / Math.Sqrt(shape.Width),
    };
}
