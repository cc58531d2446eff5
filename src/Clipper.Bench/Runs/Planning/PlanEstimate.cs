namespace Clipper.Bench.Runs.Planning;

/// <summary>What a piece of work will take, from a measured rate.</summary>
/// <param name="Seconds">Time.</param>
/// <param name="Bytes">Room on the disk.</param>
/// <param name="Source">Where the rate was measured: the results folder of an earlier run on this machine, or
/// <c>calibration</c>.</param>
public sealed record PlanEstimate(double Seconds, long Bytes, string Source);
