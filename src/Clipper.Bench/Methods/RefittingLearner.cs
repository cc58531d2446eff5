namespace Clipper.Bench.Methods;

/// <summary>Fits a method again, at every step, to all that was seen so far: joint training, which a continual learner
/// can be compared with.</summary>
/// <param name="method">The method.</param>
internal sealed class RefittingLearner(IMethod method) : IStreamLearner
{
    /// <inheritdoc />
    public IReadOnlyList<Scoring> Learn(StreamStep step) => method.Score(step.Task);
}
