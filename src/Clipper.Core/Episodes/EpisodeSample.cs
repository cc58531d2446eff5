namespace Clipper.Core.Episodes;

/// <summary>A sample of an episode and the class it was drawn for.</summary>
/// <param name="Sample">Index of the sample in the data set.</param>
/// <param name="Class">Index of the class in the data set's class list.</param>
public readonly record struct EpisodeSample(int Sample, int Class);
