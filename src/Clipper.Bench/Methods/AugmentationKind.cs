namespace Clipper.Bench.Methods;

/// <summary>What the copies of support images are (PROTOCOL section 7).</summary>
public enum AugmentationKind
{
    /// <summary>There are none.</summary>
    None,

    /// <summary>Exact copies: nothing but more steps of training an epoch (Q5).</summary>
    Trivial,

    /// <summary>Copies changed by the SimCLR-v2 pipeline, each in its own way.</summary>
    Nontrivial,
}
