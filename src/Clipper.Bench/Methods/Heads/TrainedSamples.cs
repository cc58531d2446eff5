namespace Clipper.Bench.Methods.Heads;

/// <summary>What a head is trained on when classes of a continual stream come (PROTOCOL section 8). Where all classes
/// come at once it makes no difference.</summary>
public enum TrainedSamples
{
    /// <summary>The support of all classes seen so far: variant A.</summary>
    Seen,

    /// <summary>The support of the new classes alone: variant B.</summary>
    New,
}
