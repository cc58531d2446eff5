using Clipper.Clip.Models;
using Clipper.Clip.Models.Layers;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Tests.Models;

/// <summary>The vision transformer written out in double precision, straight from its definition; slow and
/// plain.</summary>
internal sealed class ReferenceVision(VisionSettings settings, ITowerWeights weights)
{
    private readonly ReferenceTower _tower = new(
        VisionShape.Of(settings),
        weights,
        new BlockSettings(
            settings.Width, settings.Heads, settings.MlpWidth, settings.Activation, settings.LayerNormEps));

    public double[] Encode(ReadOnlySpan<float> planes)
    {
        double[][] tokens = Embed(planes.ToArray());
        if (settings.PreNorm)
        {
            tokens = [.. tokens.Select(token => _tower.Norm(token, "ln_pre"))];
        }

        tokens = _tower.Blocks(tokens);
        double[] pooled = settings.Pooling == Pooling.ClassToken ? tokens[0] : Mean(tokens[1..]);
        double[] normed = _tower.Norm(pooled, "ln_post");
        return settings.Projection ? _tower.Multiply(normed, "proj") : normed;
    }

    private double[][] Embed(float[] planes)
    {
        var tokens = new double[settings.Tokens][];
        tokens[0] = ReferenceTower.Add(_tower["class_embedding"], Position(0));
        for (int patch = 0; patch < settings.Tokens - 1; patch++)
        {
            int top = patch / settings.Grid * settings.PatchSize;
            int left = patch % settings.Grid * settings.PatchSize;
            var pixels = new double[settings.PatchValues];
            for (int i = 0; i < pixels.Length; i++)
            {
                int channel = i / (settings.PatchSize * settings.PatchSize);
                int y = top + (i / settings.PatchSize % settings.PatchSize);
                int x = left + (i % settings.PatchSize);
                pixels[i] = planes[(((channel * settings.ImageSize) + y) * settings.ImageSize) + x];
            }

            tokens[patch + 1] = ReferenceTower.Add(_tower.Multiply(pixels, "patch"), Position(patch + 1));
        }

        return tokens;
    }

    private double[] Position(int token) => _tower.Row("position_embedding", token);

    private static double[] Mean(double[][] rows) =>
        [.. rows[0].Select((_, column) => rows.Average(row => row[column]))];
}
