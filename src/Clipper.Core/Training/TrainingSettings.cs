namespace Clipper.Core.Training;

/// <summary>How imprinted weights are trained (PROTOCOL section 5.2); the defaults are the paper's.</summary>
/// <param name="Loss">What is lowered.</param>
/// <param name="Batch">Rows a step, at least 1; the last batch of an epoch is short.</param>
/// <param name="LearningRate">Adam's, positive.</param>
/// <param name="RenormalizeEvery">After every so many epochs the columns in training are scaled to unit length, Adam's
/// state kept (5 in the blocks of COCO and iMaterialist). 0 = never: only what is given out has unit columns.</param>
public sealed record TrainingSettings(
    TrainingLoss Loss, int Batch = 5, double LearningRate = 1e-3, int RenormalizeEvery = 0)
{
    /// <summary>Rows a step.</summary>
    public int Batch { get; init; } = Positive(Batch, nameof(Batch));

    /// <summary>Adam's learning rate.</summary>
    public double LearningRate { get; init; } = double.IsFinite(LearningRate) && LearningRate > 0
        ? LearningRate
        : throw new ArgumentOutOfRangeException(
            nameof(LearningRate), LearningRate, "A learning rate is positive and finite.");

    /// <summary>Epochs between two normalisations of the columns in training; 0 = never.</summary>
    public int RenormalizeEvery { get; init; } = NotNegative(RenormalizeEvery, nameof(RenormalizeEvery));

    private static int Positive(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(value, 1, name);
        return value;
    }

    private static int NotNegative(int value, string name)
    {
        ArgumentOutOfRangeException.ThrowIfNegative(value, name);
        return value;
    }
}
