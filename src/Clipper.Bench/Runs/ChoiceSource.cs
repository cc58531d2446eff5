namespace Clipper.Bench.Runs;

/// <summary>What a threshold, epoch or hyper-parameter was chosen on.</summary>
public enum ChoiceSource
{
    /// <summary>Nothing was chosen: there is one condition and one threshold, or arg-max.</summary>
    Nothing,

    /// <summary>Validation episodes of classes and samples that no reported episode has.</summary>
    OtherClasses,

    /// <summary>Validation episodes of the same classes, drawn with other seeds: there are too few classes to keep some
    /// for validation alone.</summary>
    OtherSeeds,

    /// <summary>The reported queries themselves: an oracle, and an upper bound (PROTOCOL Q1).</summary>
    Queries,
}
