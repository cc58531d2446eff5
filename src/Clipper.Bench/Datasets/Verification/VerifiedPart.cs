namespace Clipper.Bench.Datasets.Verification;

/// <summary>What was found of a part of a data set.</summary>
/// <param name="Part">Variant and split; <c>all</c> for the whole of a set without parts.</param>
/// <param name="Classes">Classes.</param>
/// <param name="Images">Images.</param>
/// <param name="Decoded">Images that were decoded now.</param>
/// <param name="Remembered">Images that an earlier call decoded and that are unchanged since.</param>
/// <param name="Duplicates">Images whose bytes are those of an earlier image of the part.</param>
public sealed record VerifiedPart(
    string Part, int Classes, int Images, int Decoded, int Remembered, int Duplicates);
