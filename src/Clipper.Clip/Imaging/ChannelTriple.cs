namespace Clipper.Clip.Imaging;

/// <summary>One value a channel.</summary>
public readonly record struct ChannelTriple(float R, float G, float B);
