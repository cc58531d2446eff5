using Clipper.Bench.Configuration;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Runs an experiment's cells and writes its results folder (DESIGN section 8;
/// <c>docs/formats.md</c>).</summary>
public sealed class ExperimentRunner
{
    private readonly IRunInputs _inputs;
    private readonly TimeProvider _clock;

    /// <summary>Runs with real models, data sets and the clock.</summary>
    public ExperimentRunner(RunOptions options)
        : this(options, new CatalogInputs(options), TimeProvider.System)
    {
    }

    internal ExperimentRunner(RunOptions options, IRunInputs inputs, TimeProvider clock)
    {
        Options = options;
        _inputs = inputs;
        _clock = clock;
    }

    /// <summary>The options that it follows.</summary>
    public RunOptions Options { get; }

    /// <summary>Computes every cell of the shard that has no result yet, and writes the records and tables of all cells
    /// that have one. The same experiment gives the same bytes, whatever the jobs, threads and shards, and after any
    /// interruption; run.json alone differs.</summary>
    /// <exception cref="UsageException">The options are out of range, the folder holds another configuration, or a data
    /// set cannot fill a setting.</exception>
    /// <exception cref="DataFileException">A model or data set is missing or damaged, or no cell could be computed
    /// because of one.</exception>
    /// <exception cref="OperationCanceledException">It was cancelled; complete cells are kept, and a later run goes
    /// on.</exception>
    public RunOutcome Run(Experiment experiment, IRunObserver observer, CancellationToken cancellation)
    {
        CheckOptions();
        string path = Options.Output.Length > 0 ? Options.Output : Path.Combine("results", experiment.Name);
        var folder = new ResultsFolder(path);
        if (!Options.Fresh)
        {
            folder.RequireSame(experiment);
        }

        var watch = new RunWatch(observer, new RunJournal(_clock, Options.OwnsProcess), cancellation);
        using RunPlan plan = Plan(experiment, watch);
        using RunLock held = Enter(folder, experiment, watch);
        return new RunSession(plan, folder, Options, _inputs, watch).Run();
    }

    /// <summary>Embeds this shard's part of every data set into the cache and computes no cell: the first step where
    /// many processes share a run. The results folder is not touched.</summary>
    /// <inheritdoc cref="Run" path="/exception"/>
    public void Embed(Experiment experiment, IRunObserver observer, CancellationToken cancellation)
    {
        CheckOptions();
        var watch = new RunWatch(observer, new RunJournal(_clock), cancellation);
        using RunPlan plan = RunPlan.Make(experiment, _inputs, observer.Warning);
        foreach ((Subject subject, _) in plan.Embeddings)
        {
            _inputs.EmbedPart(subject, experiment.OnBadImage, Options.ShardIndex, Options.ShardCount, watch);
        }
    }

    private RunPlan Plan(Experiment experiment, RunWatch watch)
    {
        using StageScope stage = watch.Journal.Stage("plan");
        return RunPlan.Make(experiment, _inputs, watch.Observer.Warning);
    }

    private RunLock Enter(ResultsFolder folder, Experiment experiment, RunWatch watch)
    {
        var held = RunLock.Take(folder, Options, watch);
        try
        {
            if (Options.Fresh && folder.MoveAside() is { } old)
            {
                watch.Observer.Warning($"the old results are now in {old}");
                held.Dispose();
                held = RunLock.Take(folder, Options, watch);
            }

            // The process that was waited for may have left another configuration.
            folder.RequireSame(experiment);
            folder.Start(experiment);
            return held;
        }
        catch
        {
            held.Dispose();
            throw;
        }
    }

    private void CheckOptions()
    {
        Require(Options.Jobs >= 1, $"--jobs {Options.Jobs}: expected 1 or more");
        Require(Options.Threads >= 0, $"--threads {Options.Threads}: expected 0 (all cores) or more");
        Require(
            Options.ShardCount >= 1 && Options.ShardIndex >= 1 && Options.ShardIndex <= Options.ShardCount,
            $"--shard {Options.ShardIndex}/{Options.ShardCount}: expected I/N with I from 1 to N");
        Require(
            !Options.Fresh || Options.ShardCount == 1,
            "--fresh would move aside what the other shards have done; move the folder away before the first one");
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new UsageException(message);
        }
    }
}
