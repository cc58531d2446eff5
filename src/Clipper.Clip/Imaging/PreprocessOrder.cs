namespace Clipper.Clip.Imaging;

/// <summary>When an image becomes RGB.</summary>
public enum PreprocessOrder
{
    /// <summary>OpenAI and open_clip: resize in the image's own mode, crop, convert to RGB last.</summary>
    OpenAI,

    /// <summary>Hugging Face: convert to RGB first.</summary>
    HuggingFace,
}
