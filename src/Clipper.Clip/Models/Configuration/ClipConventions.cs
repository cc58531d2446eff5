using Clipper.Clip.Imaging;
using Clipper.Clip.Models.Weights;

namespace Clipper.Clip.Models.Configuration;

/// <summary>What the code of OpenAI's CLIP fixes for every model, and open_clip's keeps unless its configuration says
/// otherwise: heads of 64, epsilon 1e-5, class token, CLIP's pixels. The activation is not among it: open_clip trains
/// models of the same names and shapes with the exact GELU.</summary>
internal static class ClipConventions
{
    /// <summary>Width of an attention head.</summary>
    public const int HeadWidth = 64;

    /// <summary>Epsilon of PyTorch's layer norm.</summary>
    public const double LayerNormEps = 1e-5;

    /// <summary>Pixels of every CLIP whose files do not say otherwise.</summary>
    public static ModelSwitches Pixels { get; } = new()
    {
        Mean = PreprocessSpec.ClipMean,
        Std = PreprocessSpec.ClipStd,
        Order = PreprocessOrder.OpenAI,
        CropFraction = 1,
    };

    /// <summary>All of it for a tower of this shape.</summary>
    public static ModelSwitches For(VisionShape shape) => Pixels with
    {
        Heads = shape.Width % HeadWidth == 0 ? shape.Width / HeadWidth : null,
        LayerNormEps = LayerNormEps,
        Pooling = Pooling.ClassToken,
    };
}
