namespace Clipper.Bench.Methods;

/// <summary>A method that goes on from what it has learnt when more classes come. Any other is fitted again, at every
/// step, to all that was seen so far (<see cref="RefittingLearner"/>).</summary>
internal interface IStreamMethod : IMethod
{
    /// <summary>A learner for one stream, which has seen nothing.</summary>
    IStreamLearner StartStream();
}
