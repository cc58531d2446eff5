namespace Clipper.Benchmarks.Suite;

/// <summary>What one call of a benchmark does, so that the report can say how far it is from the machine's
/// limits.</summary>
/// <param name="Items">How many things are done.</param>
/// <param name="Unit">What they are, e.g. rows.</param>
/// <param name="Bytes">Bytes that must be read or written at least once; 0 where something else decides.</param>
/// <param name="Operations">Floating-point operations, two for a multiplication with an addition; 0 where something
/// else decides.</param>
public readonly record struct Work(double Items, string Unit, double Bytes = 0, double Operations = 0);
