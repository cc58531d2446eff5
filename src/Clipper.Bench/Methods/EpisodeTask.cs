using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods;

/// <summary>What a method is given of an episode: the labelled support and the bare queries. The labels of queries are
/// not in it, so no method can learn from them.</summary>
internal sealed record EpisodeTask
{
    /// <summary>The seed of the episode's draw (<see cref="Core.Episodes.EpisodeSeed"/>); streams of the method's own
    /// derive from it: <c>Seed.Derive(purpose, data set, task.Seed)</c>.</summary>
    public required long Seed { get; init; }

    /// <summary>Names of the ways, in column order: sorted by code point (PROTOCOL section 1, step 3).</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>Whether a sample can have several labels.</summary>
    public required bool IsMultiLabel { get; init; }

    /// <summary>Support embeddings [n, d], unnormalised, class by class in drawn order.</summary>
    public required Matrix<float> Support { get; init; }

    /// <summary>The ways of each support row, as columns.</summary>
    public required LabelRows SupportLabels { get; init; }

    /// <summary>The data set's sample of each support row, for what <see cref="IMethodServices"/> knows of
    /// it.</summary>
    public required IReadOnlyList<int> SupportSamples { get; init; }

    /// <summary>Query embeddings [n, d], unnormalised.</summary>
    public required Matrix<float> Query { get; init; }

    /// <summary>Number of ways.</summary>
    public int Ways => Classes.Count;
}
