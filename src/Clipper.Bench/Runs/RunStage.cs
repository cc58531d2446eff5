using System.Globalization;

namespace Clipper.Bench.Runs;

/// <summary>What a stage of a run took.</summary>
/// <param name="Stage">plan, embed, cells, records, report.</param>
/// <param name="Subject">The data set and model that it was for; empty where it was for all.</param>
/// <param name="Seconds">Seconds that passed.</param>
/// <param name="PeakBytes">The largest resident memory of the process.</param>
/// <param name="IsOwnPeak">Whether the peak is the stage's; else it is that of the process so far.</param>
internal sealed record RunStage(string Stage, string Subject, double Seconds, long PeakBytes, bool IsOwnPeak)
{
    /// <summary>The line that a run prints at its end, the stages of one kind taken together: seconds added up, the
    /// greatest peak.</summary>
    public static string Line(IEnumerable<RunStage> stages) =>
        "stages, with their peak memory: " + string.Join("; ", stages.GroupBy(stage => stage.Stage).Select(Text));

    private static string Text(IGrouping<string, RunStage> stages)
    {
        string whose = stages.All(stage => stage.IsOwnPeak) ? "" : " so far";
        double peak = stages.Max(stage => stage.PeakBytes) / 1e6;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{stages.Key} {stages.Sum(stage => stage.Seconds):F1} s, {peak:F0} MB{whose}");
    }
}
