namespace Clipper.Clip.Models;

/// <summary>How the tokens of the last block become one vector, before the last layer norm.</summary>
public enum Pooling
{
    /// <summary>The class token (CLIP, most ViTs).</summary>
    ClassToken,

    /// <summary>The mean of the patch tokens, class token left out (timm's <c>avg</c> with <c>fc_norm</c>).</summary>
    PatchMean,
}
