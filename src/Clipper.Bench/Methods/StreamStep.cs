namespace Clipper.Bench.Methods;

/// <summary>A step of a continual stream: what is known after one more task has come.</summary>
/// <param name="Number">Number of the step, from 1.</param>
/// <param name="Task">All that was seen so far: classes in the order in which they came, sorted by code point within a
/// task; support in the order in which it came, each row with those of its labels that are among the classes so far;
/// all queries of the stream.</param>
/// <param name="NewWays">How many of the classes, the last ones, are new in this step.</param>
/// <param name="NewSupport">How many of the support rows, the last ones, are new in this step.</param>
internal sealed record StreamStep(int Number, EpisodeTask Task, int NewWays, int NewSupport);
