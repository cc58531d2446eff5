using System.Globalization;

namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>The non-trivial augmentation's parameters; the defaults are the reference's, a SimCLR-v2 pipeline (PROTOCOL
/// section 7).</summary>
/// <param name="Area">Share of the picture that a crop has, at least and at most.</param>
/// <param name="Aspect">Width over height of a crop, relative to that of the picture, at least and at most.</param>
/// <param name="BlurSigma">Standard deviation of the blur in pixels, at least and at most.</param>
/// <param name="MinCovered">A crop that covers a smaller share of the picture is drawn again.</param>
/// <param name="Attempts">Draws of a crop before the whole picture is taken.</param>
/// <param name="FlipProbability">Of a mirrored picture.</param>
/// <param name="JitterProbability">Of changed colours.</param>
/// <param name="JitterStrength">s: brightness, contrast and saturation factors lie in 1 ± 0.8·s, the shift of the hue
/// in ± 0.2·s.</param>
/// <param name="GreyProbability">Of a grey picture.</param>
public sealed record AugmentationSpec(
    FloatRange Area,
    FloatRange Aspect,
    FloatRange BlurSigma,
    float MinCovered = 0.1f,
    int Attempts = 100,
    float FlipProbability = 0.5f,
    float JitterProbability = 0.8f,
    float JitterStrength = 0.3f,
    float GreyProbability = 0.2f)
{
    /// <summary>Raised whenever the same draw and picture could give other pixels than before, or the same seed another
    /// draw.</summary>
    private const int Schema = 1;

    /// <summary>The reference's parameters.</summary>
    public static AugmentationSpec SimClr { get; } =
        new(new FloatRange(0.08f, 1), new FloatRange(3f / 4, 4f / 3), new FloatRange(0.1f, 2));

    /// <summary>Range of the factors of brightness, contrast and saturation.</summary>
    public FloatRange ColorFactor => new(1 - (0.8f * JitterStrength), 1 + (0.8f * JitterStrength));

    /// <summary>Range of the shift of the hue, in turns.</summary>
    public FloatRange HueShift => new(-0.2f * JitterStrength, 0.2f * JitterStrength);

    /// <summary>Canonical text of everything that decides the pixels besides the seed: part of the embedding cache's
    /// key.</summary>
    public string Fingerprint => string.Create(
        CultureInfo.InvariantCulture,
        $"simclr {Schema}; area {Area}; aspect {Aspect}; covered {MinCovered:R}; attempts {Attempts}; "
        + $"flip {FlipProbability:R}; jitter {JitterProbability:R} of {JitterStrength:R}; grey {GreyProbability:R}; "
        + $"blur {BlurSigma}");
}
