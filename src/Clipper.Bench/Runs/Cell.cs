using Clipper.Bench.Configuration;
using Clipper.Bench.Methods;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Runs;

/// <summary>One data set × model × setting × method: the unit of work, of resume and of failure.</summary>
/// <param name="Index">Its place in the plan, from 0.</param>
/// <param name="Id">Its name, and that of its file; distinct within a run.</param>
/// <param name="Subject">Data set and model.</param>
/// <param name="Setting">Size of its episodes.</param>
/// <param name="Method">What it scores with.</param>
/// <param name="Facts">Everything that decides its result, in a fixed order.</param>
internal sealed record Cell(
    int Index, string Id, Subject Subject, EpisodePlan Setting, MethodSettings Method, CellFacts Facts)
{
    /// <summary>The experiment that it belongs to: of a sweep, the first point that has it.</summary>
    public required Experiment Experiment { get; init; }

    /// <summary>What its support pictures are seen through: <see cref="Subject"/>, through which its queries are, but
    /// where the reference's two paths are followed.</summary>
    public required Subject Support { get; init; }

    /// <summary>Its episodes.</summary>
    public required DrawSource Draws { get; init; }
}
