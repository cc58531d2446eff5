using Clipper.Core.Randomness;

namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>What chance decides about one changed copy of a picture.</summary>
/// <param name="Crop">The part that is resized to the size of the whole.</param>
/// <param name="IsFlipped">Whether it is mirrored.</param>
/// <param name="Colors">The four colour steps in their order; none where colours stay.</param>
/// <param name="IsGrey">Whether it becomes grey.</param>
/// <param name="BlurSigma">Standard deviation of the blur in pixels.</param>
public sealed record AugmentationDraw(
    CropBox Crop, bool IsFlipped, IReadOnlyList<ColorStep> Colors, bool IsGrey, float BlurSigma)
{
    private static readonly ColorChange[] _changes = Enum.GetValues<ColorChange>();

    /// <summary>Draws the changes of one copy of a picture of the given size.</summary>
    public static AugmentationDraw Of(AugmentationSpec spec, int width, int height, Seed seed)
    {
        var random = new RandomState(seed);
        var crop = CropBox.Draw(spec, width, height, random);
        bool isFlipped = random.NextDouble() < spec.FlipProbability;
        bool isJittered = random.NextDouble() < spec.JitterProbability;
        ColorStep[] colors = isJittered ? DrawColors(spec, random) : [];
        bool isGrey = random.NextDouble() < spec.GreyProbability;
        return new AugmentationDraw(crop, isFlipped, colors, isGrey, spec.BlurSigma.Draw(random));
    }

    private static ColorStep[] DrawColors(AugmentationSpec spec, RandomState random) =>
    [
        .. random.Permutation(_changes.Length)
            .Select(i => _changes[i])
            .Select(change => new ColorStep(
                change, (change == ColorChange.Hue ? spec.HueShift : spec.ColorFactor).Draw(random))),
    ];
}
