namespace Clipper.Core.Episodes;

/// <summary>The size of a few-shot episode: <paramref name="Ways"/> classes, <paramref name="Shots"/> support and
/// <paramref name="Queries"/> query images a class (PROTOCOL 4.1).</summary>
public sealed record EpisodePlan(int Ways, int Shots, int Queries);
