namespace Clipper.Benchmarks.Scaling;

/// <summary>Something that is made larger.</summary>
/// <param name="Name">What is done.</param>
/// <param name="Unit">What is counted.</param>
/// <param name="Sizes">How many, ascending.</param>
/// <param name="Prepare">Makes what the work of a size needs, and gives the work.</param>
/// <param name="BlockBytes">Bytes that the work of a size must hold; 0 where it holds nothing that grows.</param>
internal sealed record ScalingSubject(
    string Name, string Unit, IReadOnlyList<int> Sizes, Func<int, ScalingWork> Prepare, Func<int, double> BlockBytes);
