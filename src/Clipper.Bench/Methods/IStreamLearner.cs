namespace Clipper.Bench.Methods;

/// <summary>Learns one continual stream, step after step.</summary>
internal interface IStreamLearner
{
    /// <summary>Learns what is new in a step and scores all queries over the classes seen so far: one result a
    /// candidate, the same candidates in the same order at every step.</summary>
    IReadOnlyList<Scoring> Learn(StreamStep step);
}
