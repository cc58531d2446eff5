using Clipper.Benchmarks.Comparison;

namespace Clipper.Benchmarks.Scaling;

/// <summary>A measured size.</summary>
/// <param name="Size">How many.</param>
/// <param name="Run">What it took.</param>
/// <param name="BlockBytes">Bytes that it must hold.</param>
/// <param name="Others">Cores that other programs used right before.</param>
internal sealed record ScalingPoint(int Size, ChildRun Run, double BlockBytes, double Others);
