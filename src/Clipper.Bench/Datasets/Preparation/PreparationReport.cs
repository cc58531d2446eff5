namespace Clipper.Bench.Datasets.Preparation;

/// <summary>What <c>datasets prepare</c> did.</summary>
/// <param name="Name">The data set.</param>
/// <param name="Folder">Its folder.</param>
/// <param name="IsThere">Whether it can be read now.</param>
/// <param name="Files">Its official files.</param>
/// <param name="Advice">What is left to do by hand and why; empty where nothing is.</param>
public sealed record PreparationReport(
    string Name, string Folder, bool IsThere, IReadOnlyList<PreparedFile> Files, string Advice);
