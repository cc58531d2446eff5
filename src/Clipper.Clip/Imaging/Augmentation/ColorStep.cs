namespace Clipper.Clip.Imaging.Augmentation;

/// <summary>A change of colour and how strong it is.</summary>
/// <param name="Change">What is changed.</param>
/// <param name="Amount">The factor; for the hue the shift in turns.</param>
public readonly record struct ColorStep(ColorChange Change, float Amount);
