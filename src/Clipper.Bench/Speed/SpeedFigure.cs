namespace Clipper.Bench.Speed;

/// <summary>How fast a piece of work is.</summary>
/// <param name="Name">The work.</param>
/// <param name="Unit">What is counted, e.g. images.</param>
/// <param name="Rate">Units a second: the median of the rounds.</param>
/// <param name="Relative">Units in the time of one yardstick that was measured right before: the median of the pairs.
/// It is what is compared, as other work and the clock of the processor change both.</param>
public sealed record SpeedFigure(string Name, string Unit, double Rate, double Relative);
