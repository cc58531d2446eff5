namespace Clipper.Bench.Training;

/// <summary>How far the training is.</summary>
/// <param name="Step">Steps done.</param>
/// <param name="Steps">Steps in all.</param>
/// <param name="Loss">Mean loss since the last examination.</param>
/// <param name="Exam">Figures of the held-out combinations, where they have just been measured.</param>
public sealed record ToyProgress(int Step, int Steps, double Loss, ExamFigures? Exam);
