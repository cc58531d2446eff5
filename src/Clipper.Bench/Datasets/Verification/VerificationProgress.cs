namespace Clipper.Bench.Datasets.Verification;

/// <summary>How far a verification is.</summary>
/// <param name="Part">The part of the data set, or the file.</param>
/// <param name="Done">Images that are checked.</param>
/// <param name="Total">Images of the part.</param>
public sealed record VerificationProgress(string Part, int Done, int Total);
