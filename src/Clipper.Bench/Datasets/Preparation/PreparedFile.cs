namespace Clipper.Bench.Datasets.Preparation;

/// <summary>An official file after a preparation.</summary>
/// <param name="Name">Its name.</param>
/// <param name="State">How it came to be there.</param>
/// <param name="Detail">Where it is, or what to do.</param>
public sealed record PreparedFile(string Name, PreparationState State, string Detail);
