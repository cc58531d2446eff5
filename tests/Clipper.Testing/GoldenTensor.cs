namespace Clipper.Testing;

/// <summary>One golden array.</summary>
/// <param name="Shape">Its sizes.</param>
/// <param name="Values">Its numbers in C order; float and integer types are represented exactly.</param>
public sealed record GoldenTensor(IReadOnlyList<int> Shape, double[] Values);
