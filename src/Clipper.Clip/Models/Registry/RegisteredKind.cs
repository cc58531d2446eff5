namespace Clipper.Clip.Models.Registry;

/// <summary>What a registered name stands for.</summary>
public enum RegisteredKind
{
    /// <summary>A CLIP model: an image and a text tower, with its vocabulary.</summary>
    Clip,

    /// <summary>The vocabulary of a tokenizer alone.</summary>
    Vocabulary,
}
