using System.Diagnostics;

namespace Clipper.Bench.Embeddings;

/// <summary>Adds up what the workers of a pass spend on each stage. Thread-safe.</summary>
internal sealed class StageClock
{
    private readonly long[] _ticks = new long[Enum.GetValues<PassStage>().Length];

    /// <summary>Counts the time until the result is disposed.</summary>
    public Piece Measure(PassStage stage) => new(this, stage, Stopwatch.GetTimestamp());

    /// <summary>The sums so far.</summary>
    public StageSeconds Seconds() => new(
        Of(PassStage.Read), Of(PassStage.Decode), Of(PassStage.Resize), Of(PassStage.Encode), Of(PassStage.Write));

    private double Of(PassStage stage) =>
        Volatile.Read(ref _ticks[(int)stage]) / (double)Stopwatch.Frequency;

    /// <summary>A piece of a stage that is being measured.</summary>
    public readonly ref struct Piece(StageClock clock, PassStage stage, long start)
    {
        /// <summary>Adds it.</summary>
        public void Dispose() => Interlocked.Add(ref clock._ticks[(int)stage], Stopwatch.GetTimestamp() - start);
    }
}
