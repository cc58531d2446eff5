namespace Clipper.Bench.Configuration;

/// <summary>A value of an experiment with every default filled in, and where it was written.</summary>
/// <param name="Path">Its path, e.g. <c>protocol.episodes</c>, <c>methods.0.mwi.thresholds</c>.</param>
/// <param name="Value">The value as YAML on one line.</param>
/// <param name="Origin"><c>default</c>, <c>file:line:col</c>, or <c>--set PATH</c>; several of them, with commas, for a
/// value that was put together.</param>
public sealed record ResolvedValue(string Path, string Value, string Origin);
