namespace Clipper.Bench.Runs;

/// <summary>How often a class was predicted, over all queries of a cell.</summary>
/// <param name="Name">The class.</param>
/// <param name="TruePositives">Queries that carry it, and it was predicted.</param>
/// <param name="FalsePositives">Queries that do not, and it was.</param>
/// <param name="FalseNegatives">Queries that carry it, and it was not.</param>
/// <param name="TrueNegatives">Queries that do not, and it was not.</param>
internal sealed record ClassTally(
    string Name, int TruePositives, int FalsePositives, int FalseNegatives, int TrueNegatives);
