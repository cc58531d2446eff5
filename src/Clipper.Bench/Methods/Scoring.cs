using Clipper.Core.LinearAlgebra;

namespace Clipper.Bench.Methods;

/// <summary>Scores of an episode's queries, how they decide, and what they were made with.</summary>
/// <param name="Scores">[queries, ways], columns in the order of the task's classes; no NaN.</param>
/// <param name="Decision">Arg-max, or thresholds.</param>
internal sealed record Scoring(Matrix<float> Scores, Decision Decision)
{
    /// <summary>Epochs, copies and hyper-parameters; distinct among the results of an episode.</summary>
    public Condition Condition { get; init; } = Condition.None;
}
