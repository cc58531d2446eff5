namespace Clipper.Core.Probes;

/// <summary>How far two embeddings are from each other.</summary>
public enum NeighbourDistance
{
    /// <summary>‖x − y‖₂ of the embeddings as they are.</summary>
    Euclidean,

    /// <summary>1 − x̂ · ŷ.</summary>
    Cosine,
}
