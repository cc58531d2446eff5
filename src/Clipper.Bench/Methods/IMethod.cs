namespace Clipper.Bench.Methods;

/// <summary>Scores the queries of episodes. Thread-safe: episodes are scored side by side, in any order, and none
/// leaves a trace for another.</summary>
internal interface IMethod
{
    /// <summary>Scores the queries of one episode: one result a candidate (epochs, copies, hyper-parameters), the same
    /// candidates in the same order in every episode.</summary>
    IReadOnlyList<Scoring> Score(EpisodeTask task);
}
