namespace Clipper.Clip.Models;

/// <summary>The activation of a transformer's MLP.</summary>
public enum Activation
{
    /// <summary>x · σ(1.702 x), as OpenAI's CLIP has it.</summary>
    QuickGelu,

    /// <summary>x · Φ(x), the exact (erf) form.</summary>
    Gelu,
}
