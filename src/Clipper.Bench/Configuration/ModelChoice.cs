namespace Clipper.Bench.Configuration;

/// <summary>A model as an experiment names it.</summary>
/// <param name="Name">A full path, or a name such as <c>random:0</c>.</param>
/// <param name="IsPath">Whether it is a path; where it lies does not decide a result, its content does.</param>
public sealed record ModelChoice(string Name, bool IsPath);
