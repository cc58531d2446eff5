namespace Clipper.Bench.Tests;

/// <summary>Tests of what the whole process holds: no other test of the assembly runs beside them.</summary>
[CollectionDefinition(Name, DisableParallelization = true)]
public sealed class WholeProcess
{
    public const string Name = "whole process";
}
