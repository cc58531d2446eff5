using Clipper.Core.Randomness;

namespace Clipper.Clip.Training;

/// <summary>How a two-tower model is trained: AdamW, its rate rising in a line over <paramref name="WarmUp"/> steps and
/// falling to 0 along half a cosine.</summary>
/// <param name="Seed">Seed of the starting weights.</param>
/// <param name="Steps">Steps in all, at least 1.</param>
/// <param name="WarmUp">Steps until the highest rate.</param>
/// <param name="LearningRate">Highest learning rate.</param>
/// <param name="WeightDecay">Decoupled weight decay of matrices; vectors and the temperature have none.</param>
/// <param name="Lessons">Lessons a step, at least 1: each is computed in a thread of its own. Gradients are summed over
/// them, so their number is fixed, whatever the machine has.</param>
public sealed record TrainingSettings(
    Seed Seed, int Steps, int WarmUp, double LearningRate, double WeightDecay, int Lessons = 2)
{
    /// <summary>The learning rate of a step, counted from 0.</summary>
    public double RateAt(int step)
    {
        double rise = Math.Min(1, (step + 1.0) / Math.Max(1, WarmUp));
        return LearningRate * rise * (1 + Math.Cos(Math.PI * step / Steps)) / 2;
    }
}
