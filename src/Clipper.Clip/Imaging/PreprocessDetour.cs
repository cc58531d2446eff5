namespace Clipper.Clip.Imaging;

/// <summary>A resize that comes before CLIP's own preprocessing. All make the picture RGB first and ignore its
/// aspect.</summary>
public enum PreprocessDetour
{
    /// <summary>None: the corrected path.</summary>
    None,

    /// <summary>Keras <c>Resizing(224, 224)</c>: RGB, bilinear, half-pixel centres, no antialias, aspect ignored,
    /// truncated to uint8.</summary>
    TfBilinear224,

    /// <summary>OpenCV's <c>resize</c> to 80 × 80, bilinear, of bytes.</summary>
    CvBilinear80,

    /// <summary>OpenCV's <c>resize</c> to 112 × 112, bilinear, of bytes.</summary>
    CvBilinear112,

    /// <summary>OpenCV's <c>resize</c> to 224 × 224, bilinear, of bytes.</summary>
    CvBilinear224,

    /// <summary>Keras <c>Resizing(224, 224)</c> without rounding, its single-precision values by OpenCV's <c>resize</c>
    /// to 112 × 112, truncated to uint8.</summary>
    TfBilinear224CvBilinear112,
}
