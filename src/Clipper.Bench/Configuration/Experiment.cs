namespace Clipper.Bench.Configuration;

/// <summary>A validated experiment (DESIGN section 7); immutable. (To be completed by its owner.)</summary>
public sealed record Experiment(string Name, int Seed);
