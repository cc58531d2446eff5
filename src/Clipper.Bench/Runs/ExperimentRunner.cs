using Clipper.Bench.Configuration;

namespace Clipper.Bench.Runs;

/// <summary>Runs an experiment's cells and writes its results folder. (To be written by its owner; this is the agreed surface.)</summary>
public sealed class ExperimentRunner(RunOptions options)
{
    /// <summary>The options that it follows.</summary>
    public RunOptions Options => options;

    /// <summary>Runs every cell that has no result yet.</summary>
    public RunOutcome Run(Experiment experiment, IRunObserver observer, CancellationToken cancellation) => throw new NotImplementedException();
}
