namespace TorchSharp;

/// <summary>What stochastic gradient descent is told.</summary>
/// <param name="Momentum">Share of the last direction that is kept.</param>
/// <param name="Dampening">Share of the gradient that is held back from the direction.</param>
/// <param name="WeightDecay">Strength of the pull towards 0.</param>
/// <param name="Nesterov">Look ahead along the direction.</param>
/// <param name="Maximize">Climb instead of descend.</param>
internal sealed record SgdSettings(
    double Momentum, double Dampening, double WeightDecay, bool Nesterov, bool Maximize);
