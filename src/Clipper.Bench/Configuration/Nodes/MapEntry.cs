namespace Clipper.Bench.Configuration.Nodes;

/// <summary>A key of a mapping and its value.</summary>
internal sealed record MapEntry(ScalarNode Key, ConfigNode Value);
