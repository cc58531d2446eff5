namespace Clipper.Core.Training;

/// <summary>What training lowers (PROTOCOL section 5.2).</summary>
public enum TrainingLoss
{
    /// <summary>Binary cross-entropy on sigmoids, mean over classes and batch; the one of mwi.</summary>
    BinaryCrossEntropy,

    /// <summary>Categorical cross-entropy on the softmax, mean over the batch; the one of wi and of the paper's linear
    /// probe.</summary>
    CategoricalCrossEntropy,
}
