using Clipper.Clip.Models;

namespace Clipper.Bench.Training;

/// <summary>A model that was trained and written.</summary>
/// <param name="Model">The model, read back.</param>
/// <param name="Exam">What it can do, measured with the weights as written.</param>
/// <param name="Size">Bytes of its weights.</param>
public sealed record ToyModel(ModelDescription Model, ExamFigures Exam, long Size);
