using Clipper.Clip.Models;
using Clipper.Clip.Models.Layers;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Tests.Models;

/// <summary>The text transformer written out in double precision, straight from its definition; slow and
/// plain.</summary>
internal sealed class ReferenceText(TextSettings settings, ITowerWeights weights)
{
    private readonly ReferenceTower _tower = new(
        TextShape.Of(settings),
        weights,
        new BlockSettings(
            settings.Width, settings.Heads, settings.MlpWidth, settings.Activation, settings.LayerNormEps,
            IsCausal: true));

    public double[] Encode(int[] tokens)
    {
        double[][] rows =
        [
            .. tokens.Select((token, position) => ReferenceTower.Add(
                _tower.Row("token_embedding", token), _tower.Row("position_embedding", position))),
        ];
        int end = Math.Max(Array.IndexOf(tokens, settings.EndToken ?? tokens.Max()), 0);
        return _tower.Multiply(_tower.Norm(_tower.Blocks(rows)[end], "ln_post"), "proj");
    }
}
