namespace Clipper.Bench.Runs;

/// <summary>Who looks on while a run works, and how it is stopped.</summary>
internal sealed record RunWatch(IRunObserver Observer, RunJournal Journal, CancellationToken Cancellation);
