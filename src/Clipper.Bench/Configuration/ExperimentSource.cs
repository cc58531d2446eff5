namespace Clipper.Bench.Configuration;

/// <summary>Where an experiment came from, so that a failure can say how to repeat it.</summary>
/// <param name="Path">The file, as the user named it.</param>
/// <param name="Overrides">The <c>path=value</c> pairs of --set.</param>
public sealed record ExperimentSource(string Path, IReadOnlyList<string> Overrides);
