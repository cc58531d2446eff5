namespace Clipper.Bench.Reports.Artefacts;

/// <summary>What of a value an artefact shows.</summary>
internal enum ArtefactQuantity
{
    /// <summary>The mean over the episodes.</summary>
    Mean,

    /// <summary>The decision threshold that was chosen for it.</summary>
    Threshold,
}
