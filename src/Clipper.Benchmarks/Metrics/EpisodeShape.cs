namespace Clipper.Benchmarks.Metrics;

/// <summary>Sizes of an episode.</summary>
/// <param name="Queries">Samples that are scored.</param>
/// <param name="Ways">Classes.</param>
public sealed record EpisodeShape(int Queries, int Ways)
{
    /// <inheritdoc />
    public override string ToString() => $"{Queries} queries, {Ways} ways";
}
