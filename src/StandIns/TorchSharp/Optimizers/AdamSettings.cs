namespace TorchSharp;

/// <summary>What Adam and AdamW are told.</summary>
/// <param name="Beta1">Decay of the first moment.</param>
/// <param name="Beta2">Decay of the second moment.</param>
/// <param name="Eps">Added to the denominator.</param>
/// <param name="WeightDecay">Strength of the pull towards 0.</param>
/// <param name="AmsGrad">Divide by the largest second moment so far.</param>
/// <param name="Maximize">Climb instead of descend.</param>
internal sealed record AdamSettings(
    double Beta1, double Beta2, double Eps, double WeightDecay, bool AmsGrad, bool Maximize);
