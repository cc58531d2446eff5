namespace Clipper.Bench.Runs;

/// <summary>A stage of a run that has begun; disposing ends it.</summary>
/// <param name="note">Is told of the stage.</param>
/// <param name="stage">Its name.</param>
/// <param name="subject">What it is for; empty for all.</param>
/// <param name="elapsed">Its clock.</param>
/// <param name="isOwnPeak">Whether the peak of memory was begun again with it.</param>
internal readonly ref struct StageScope(
    Action<RunStage> note, string stage, string subject, Func<TimeSpan> elapsed, bool isOwnPeak)
{
    /// <summary>Notes the stage.</summary>
    public void Dispose() =>
        note(new RunStage(stage, subject, elapsed().TotalSeconds, PeakMemory.Bytes(), isOwnPeak));
}
