using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>Scores of samples: what a head predicts and metrics read.</summary>
/// <param name="Path">The file that they came from, or go to.</param>
/// <param name="Ids">Sample ids, in row order.</param>
/// <param name="Classes">Class names in column order; null where the file names none (columns are then 0, 1,
/// …).</param>
/// <param name="Scores">Scores [n, classes], all finite.</param>
public sealed record ScoreTable(
    string Path, IReadOnlyList<string> Ids, IReadOnlyList<string>? Classes, Matrix<float> Scores);
