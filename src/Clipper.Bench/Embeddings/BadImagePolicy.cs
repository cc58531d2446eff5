namespace Clipper.Bench.Embeddings;

/// <summary>What an unreadable image does to a run.</summary>
public enum BadImagePolicy
{
    /// <summary>The run stops with the image's name.</summary>
    Fail,

    /// <summary>The image is left out of episodes, counted and listed in the results.</summary>
    Skip,
}
