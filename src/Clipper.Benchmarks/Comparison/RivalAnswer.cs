namespace Clipper.Benchmarks.Comparison;

/// <summary>What a rival script prints.</summary>
/// <param name="Seconds">Processor time of the work alone.</param>
/// <param name="Answers">Its results.</param>
internal sealed record RivalAnswer(double Seconds, double[] Answers);
