namespace TorchSharp;

/// <summary>When L-BFGS stops a step, and what it remembers.</summary>
/// <param name="MaxIterations">Iterations a step.</param>
/// <param name="MaxEvaluations">Evaluations of the loss a step.</param>
/// <param name="ToleranceGradient">Stop when no gradient is larger.</param>
/// <param name="ToleranceChange">Stop when neither parameters nor loss change more.</param>
/// <param name="History">Pairs of steps and gradient changes kept.</param>
internal sealed record LbfgsSettings(
    long MaxIterations, long MaxEvaluations, double ToleranceGradient, double ToleranceChange, long History);
