namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>One of the four changes of colour jitter.</summary>
public enum ColorChange
{
    /// <summary>Every value times a factor.</summary>
    Brightness,

    /// <summary>Distance from the mean of the channel times a factor.</summary>
    Contrast,

    /// <summary>Saturation times a factor, at most 1.</summary>
    Saturation,

    /// <summary>The hue turned.</summary>
    Hue,
}
