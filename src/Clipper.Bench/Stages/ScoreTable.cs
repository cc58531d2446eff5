using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Stages;

/// <summary>Scores of samples: what a head predicts and metrics read.</summary>
/// <typeparam name="T">float where a head made them, double where a file was read: another program may have written
/// more digits than float32 holds.</typeparam>
/// <param name="Path">The file that they came from, or go to.</param>
/// <param name="Ids">Sample ids, in row order.</param>
/// <param name="Classes">Class names in column order; null where the file names none (columns are then 0, 1,
/// …).</param>
/// <param name="Scores">Scores [n, classes], all finite.</param>
/// <param name="IsSingle">Whether the file held float32: a threshold is then rounded to float32 before it is
/// compared, as NumPy 1.x does.</param>
public sealed record ScoreTable<T>(
    string Path, IReadOnlyList<string> Ids, IReadOnlyList<string>? Classes, Matrix<T> Scores, bool IsSingle = false)
    where T : unmanaged;
