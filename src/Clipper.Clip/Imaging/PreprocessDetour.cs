namespace Clipper.Clip.Imaging;

/// <summary>A resize that comes before CLIP's own preprocessing.</summary>
public enum PreprocessDetour
{
    /// <summary>None: the corrected path.</summary>
    None,

    /// <summary>Keras <c>Resizing(224, 224)</c>: RGB, bilinear, half-pixel centres, no antialias, aspect ignored,
    /// truncated to uint8.</summary>
    TfBilinear224,
}
