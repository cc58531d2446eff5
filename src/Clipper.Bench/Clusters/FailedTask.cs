namespace Clipper.Bench.Clusters;

/// <summary>A task that did not do its work.</summary>
/// <param name="Name">Kind and number, e.g. <c>cells 3</c>.</param>
/// <param name="ExitCode">Its exit code; null where it was killed, or never began.</param>
/// <param name="Log">Its log.</param>
/// <param name="EndOfLog">The last lines of it.</param>
public sealed record FailedTask(string Name, int? ExitCode, string Log, IReadOnlyList<string> EndOfLog);
