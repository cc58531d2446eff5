using Clipper.Bench.Configuration;
using Clipper.Clip.Models;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Methods;

/// <summary>What a method may know of its cell before the episodes. Nothing in it tells a sample's label.</summary>
internal sealed record MethodContext
{
    /// <summary>Data set and variant, for names of random streams and messages.</summary>
    public required string Dataset { get; init; }

    /// <summary>Names of all classes of the data set, in its own order.</summary>
    public required IReadOnlyList<string> Classes { get; init; }

    /// <summary>What the classes are called in words, for prompts, in the same order.</summary>
    public required IReadOnlyList<string> ClassNames { get; init; }

    /// <summary>Whether a sample can have several labels.</summary>
    public required bool IsMultiLabel { get; init; }

    /// <summary>The model.</summary>
    public required ModelDescription Model { get; init; }

    /// <summary>Size of the episodes.</summary>
    public required EpisodePlan Setting { get; init; }

    /// <summary>How the experiment is run.</summary>
    public required FewShotProtocol Protocol { get; init; }

    /// <summary>Every sample that is support in an episode of the cell, ascending: those whose copies can be asked
    /// for.</summary>
    public required IReadOnlyList<int> SupportSamples { get; init; }

    /// <summary>Embeddings beyond those of the data set.</summary>
    public required IMethodServices Services { get; init; }
}
