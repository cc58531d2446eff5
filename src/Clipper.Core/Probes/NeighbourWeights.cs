namespace Clipper.Core.Probes;

/// <summary>What the vote of a neighbour counts.</summary>
public enum NeighbourWeights
{
    /// <summary>One each.</summary>
    Uniform,

    /// <summary>1 / distance. Where some neighbours are at distance 0, these alone vote.</summary>
    Distance,
}
