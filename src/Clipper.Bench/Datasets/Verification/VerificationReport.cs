namespace Clipper.Bench.Datasets.Verification;

/// <summary>What <c>datasets verify</c> found.</summary>
/// <param name="Name">The data set.</param>
/// <param name="Parts">Its parts.</param>
/// <param name="Files">Official files whose size and SHA-256 are right.</param>
/// <param name="Problems">What is wrong: wrong sizes, hashes or counts, images that cannot be decoded, images in two
/// splits.</param>
/// <param name="Warnings">What a researcher should know: duplicates, and images in two splits in paper mode.</param>
public sealed record VerificationReport(
    string Name, IReadOnlyList<VerifiedPart> Parts, IReadOnlyList<string> Files, IReadOnlyList<string> Problems,
    IReadOnlyList<string> Warnings);
