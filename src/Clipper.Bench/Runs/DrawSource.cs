using Clipper.Bench.Configuration;
using Clipper.Core.Episodes;

namespace Clipper.Bench.Runs;

/// <summary>Where the episodes of a data set and setting come from. A sweep can have several for the same data set and
/// setting, e.g. one a seed.</summary>
/// <param name="Name">Name of the file in <c>draws/</c>, without its ending; distinct within a run.</param>
/// <param name="Given">The episodes, where they are given; null where they are drawn.</param>
internal sealed record DrawSource(string Name, GivenDraws? Given)
{
    /// <summary>The name where a run has one such source alone: <c>shapes-single-5w1s15q</c>.</summary>
    public static string NameOf(string dataset, EpisodePlan setting) =>
        $"{FileName.Of(dataset)}-{SettingText.Of(setting)}";
}
