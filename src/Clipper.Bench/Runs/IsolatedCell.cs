using Clipper.Bench.Configuration;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>Computes one cell of a results folder that a run has begun and locked: what the process of an isolated cell
/// does. Result or failure are left in the folder; tables are for the run to write.</summary>
public sealed class IsolatedCell
{
    private readonly RunOptions _options;
    private readonly IRunInputs _inputs;

    /// <summary>With real models and data sets; <see cref="RunOptions.Output"/> is the results folder.</summary>
    public IsolatedCell(RunOptions options)
        : this(options, new CatalogInputs(options))
    {
    }

    internal IsolatedCell(RunOptions options, IRunInputs inputs)
    {
        _options = options;
        _inputs = inputs;
    }

    /// <summary>Computes the cell.</summary>
    /// <returns>Whether it has a result now; else its failure is recorded.</returns>
    /// <exception cref="UsageException">The folder's configuration has no such cell.</exception>
    public bool Run(string id, IRunObserver observer, CancellationToken cancellation)
    {
        var folder = new ResultsFolder(_options.Output);
        var watch = new RunWatch(observer, new RunJournal(TimeProvider.System), cancellation);

        // What there is to warn of in the plan, the run has said.
        using var plan = RunPlan.Make(ExperimentFile.Load(folder.Config, []), _inputs, _ => { });
        Cell cell = plan.Cells.FirstOrDefault(cell => cell.Id == id)
            ?? throw new UsageException($"{folder.Path}: its configuration has no cell '{id}'.");
        var work = new CellWork(plan, folder, _inputs, watch);
        try
        {
            using EpisodeTables embeddings = work.Embed(cell);
            int threads = _options.Threads > 0 ? _options.Threads : Environment.ProcessorCount;
            CellFile.Write(folder.Result(cell), cell, work.Compute(cell, embeddings, threads));
            return true;
        }
        catch (Exception e) when (!cancellation.IsCancellationRequested)
        {
            string reproduce = ReproducingCommand.Of(plan, cell, _options);
            CellFailure.Of(cell.Id, e, cell.Experiment.Seed, reproduce).Write(folder.Failure(cell));
            return false;
        }
    }
}
