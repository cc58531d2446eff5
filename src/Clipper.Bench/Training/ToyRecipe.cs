using Clipper.Clip.Models;
using Clipper.Clip.Training;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Training;

/// <summary>What <c>clip-toy</c> is and how it is taught; found with held-out combinations, without a look at the
/// evaluation ones.</summary>
internal static class ToyRecipe
{
    /// <summary>Its registered name.</summary>
    public const string Name = "clip-toy";

    /// <summary>Its licence, that of this project.</summary>
    public const string Licence = "MIT";

    /// <summary>Steps that are done unless another number is given.</summary>
    public const int Steps = 12000;

    /// <summary>Merges of its vocabulary at most: more than its words need.</summary>
    public const int MostMerges = 512;

    private const int Batch = 32;
    private const int LessonsPerStep = 2;
    private const int EmbeddingSize = 64;
    private const double Eps = 1e-5;
    private const double ShareOfShapeSteps = 0.5;
    private const double ShareOfWarmUp = 0.05;

    /// <summary>The vision tower. The mean of all patches is pooled, as what counts may be anywhere in the
    /// picture.</summary>
    public static VisionSettings Vision { get; } = new(
        ImageSize: 64, PatchSize: 8, Width: 96, Layers: 4, Heads: 4, MlpWidth: 192, EmbeddingSize, Activation.Gelu,
        Eps, PreNorm: true, PatchBias: false, Projection: true, Pooling.PatchMean);

    /// <summary>The text tower for a vocabulary of so many tokens.</summary>
    public static TextSettings Text(int vocabulary) => new(
        ContextLength: 32, vocabulary, Width: 96, Layers: 2, Heads: 3, MlpWidth: 384, EmbeddingSize, Activation.Gelu,
        Eps);

    /// <summary>How its weights are changed.</summary>
    public static TrainingSettings Training(Seed seed, int steps) => new(
        Seed.Derive("toy-weights", "", 0, seed), steps, (int)(ShareOfWarmUp * steps), LearningRate: 0.001,
        WeightDecay: 0.05, LessonsPerStep);

    /// <summary>What it is shown.</summary>
    public static LessonPlan Lessons(Seed seed, int steps) =>
        new(seed, HeldOutExam.Taught, Batch, LessonsPerStep, ShapeSteps: (int)(ShareOfShapeSteps * steps));
}
