namespace Clipper.Benchmarks.Scaling;

/// <summary>The work of a size.</summary>
/// <param name="Run">What is timed; it can be called again.</param>
/// <param name="CleanUp">Removes what <paramref name="Run"/> and its preparation left, outside the clock; null where
/// they leave nothing.</param>
internal sealed record ScalingWork(Action Run, Action? CleanUp = null);
