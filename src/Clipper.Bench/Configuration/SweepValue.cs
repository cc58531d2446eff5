using Clipper.Bench.Configuration.Nodes;

namespace Clipper.Bench.Configuration;

/// <summary>A value that a point of a sweep sets.</summary>
/// <param name="Path">Where.</param>
/// <param name="Value">What.</param>
/// <param name="Number">Its place in the list of its path, from 1.</param>
internal sealed record SweepValue(NodePath Path, ConfigNode Value, int Number);
