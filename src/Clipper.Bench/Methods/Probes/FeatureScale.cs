namespace Clipper.Bench.Methods.Probes;

/// <summary>What a probe does to embeddings before it is fitted.</summary>
public enum FeatureScale
{
    /// <summary>Every embedding is scaled to unit length, as heads do; penalties then mean the same for all
    /// models.</summary>
    Unit,

    /// <summary>Embeddings stay as the model gives them, as in CLIP's own linear probe.</summary>
    Raw,
}
