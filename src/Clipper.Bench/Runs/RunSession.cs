using System.Runtime.ExceptionServices;
using Clipper.Bench.Configuration;
using Clipper.Bench.Training;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>One call of <see cref="ExperimentRunner.Run"/>: computes the cells that have no result, records failures,
/// and writes the tables from all cells that are there.</summary>
internal sealed class RunSession
{
    private readonly RunPlan _plan;
    private readonly ResultsFolder _folder;
    private readonly RunOptions _options;
    private readonly RunWatch _watch;
    private readonly CellStore _store;
    private readonly CellWork _work;
    private int _computed;
    private int _failed;
    private Exception? _firstError;

    public RunSession(
        RunPlan plan, ResultsFolder folder, RunOptions options, IRunInputs inputs, RunWatch watch)
    {
        _plan = plan;
        _folder = folder;
        _options = options;
        _watch = watch;
        _store = new CellStore(folder, _watch.Observer.Warning);
        _work = new CellWork(plan, folder, inputs, watch);
    }

    private bool HasStopped => _options.StopOnError && Volatile.Read(ref _failed) > 0;

    private int Threads => _options.Threads > 0 ? _options.Threads : Environment.ProcessorCount;

    // More cells at a time than threads would only share the cores among more.
    private int Jobs => Math.Min(_options.Jobs, Threads);

    private int ThreadsOfCell => Math.Max(1, Threads / Jobs);

    /// <summary>Runs the shard's cells.</summary>
    /// <exception cref="UserException">Not one cell has a result, and the first failure is the user's to mend; or the
    /// results folder cannot be written.</exception>
    public RunOutcome Run()
    {
        IReadOnlyList<Cell> shard = _plan.Shard(_options.ShardIndex, _options.ShardCount);
        List<Cell> pending = [.. shard.Where(cell => !_store.IsComplete(cell))];
        int reused = shard.Count - pending.Count;
        _watch.Observer.Planned(shard.Count, reused);
        if (_options.Isolation.Count > 0)
        {
            var processes = new CellProcess(_folder, _options, _watch);
            using StageScope stage = _watch.Journal.Stage("cells");
            RunAll(pending, cell => processes.Compute(cell, ThreadsOfCell));
        }
        else
        {
            foreach (var cells in pending.GroupBy(cell => (cell.Subject, cell.Support)))
            {
                RunSubject([.. cells]);
            }
        }

        RunOutcome outcome = new RunTables(_plan, _folder, _store, _watch).Write(
            _options.Report, (records, reported) => Describe(reused, records, reported));
        if (_computed + reused == 0 && _firstError is UserException)
        {
            ExceptionDispatchInfo.Throw(_firstError);
        }

        return outcome with { Timings = _watch.Journal.Timings };
    }

    private RunOutcome Describe(int reused, int records, IReadOnlyList<ReportedValue> reported)
    {
        var outcome = new RunOutcome(_folder.Path, _computed, reused, _failed, reported, Notes());
        RunManifest.Write(_folder.Manifest, _plan, _options, _watch.Journal, outcome, records);
        return outcome;
    }

    // Cells that see the same pictures alike.
    private void RunSubject(IReadOnlyList<Cell> cells)
    {
        if (HasStopped)
        {
            return;
        }

        Subject subject = cells[0].Subject;
        EpisodeTables? embeddings = null;
        Attempt(cells, () =>
        {
            using StageScope stage = _watch.Journal.Stage("embed", subject);
            embeddings = _work.Embed(cells[0]);
        });
        using (embeddings)
        {
            if (embeddings is not null)
            {
                using StageScope stage = _watch.Journal.Stage("cells", subject);
                RunAll(cells, cell => CellFile.Write(
                    _folder.Result(cell), cell, _work.Compute(cell, embeddings, ThreadsOfCell)));
            }
        }
    }

    private void RunAll(IReadOnlyList<Cell> cells, Action<Cell> compute)
    {
        var limits = new ParallelOptions
        {
            MaxDegreeOfParallelism = Jobs,
            CancellationToken = _watch.Cancellation,
        };
        try
        {
            Parallel.For(0, cells.Count, limits, i => RunCell(cells[i], compute));
        }
        catch (AggregateException e)
        {
            ExceptionDispatchInfo.Throw(e.InnerExceptions[0]);
        }
    }

    private void RunCell(Cell cell, Action<Cell> compute)
    {
        if (HasStopped)
        {
            return;
        }

        _watch.Observer.CellStarted(cell.Id);
        Func<TimeSpan> elapsed = _watch.Journal.StartWatch();
        if (Attempt([cell], () => compute(cell)))
        {
            File.Delete(_folder.Failure(cell));
            Interlocked.Increment(ref _computed);
            _watch.Journal.Finished(cell, elapsed());
            _watch.Observer.CellFinished(cell.Id, elapsed());
        }
    }

    // The border at which a failure becomes a record: whatever one cell meets, the others go on. They cannot where the
    // results folder itself cannot be written.
    private bool Attempt(IReadOnlyList<Cell> cells, Action work)
    {
        try
        {
            work();
            return true;
        }
        catch (Exception e) when (!EndsTheRun(e))
        {
            Exception cause = e is AggregateException { InnerException: { } inner } ? inner : e;
            Interlocked.CompareExchange(ref _firstError, cause, null);
            foreach (Cell cell in cells)
            {
                Record(cell, cause);
            }

            return false;
        }
    }

    private bool EndsTheRun(Exception e) =>
        (e is OperationCanceledException && _watch.Cancellation.IsCancellationRequested)
        || (e is DataFileException file && _folder.IsAbout(file));

    private void Record(Cell cell, Exception cause)
    {
        string reproduce = ReproducingCommand.Of(_plan, cell, _options);
        int seed = cell.Experiment.Seed;
        CellFailure failure = cause is CellProcessException process
            ? process.Failure with { Seed = seed, Reproduce = reproduce }
            : CellFailure.Of(cell.Id, cause, seed, reproduce);
        failure.Write(_folder.Failure(cell));
        File.Delete(_folder.Result(cell));
        Interlocked.Increment(ref _failed);
        _watch.Observer.CellFailed(cell.Id, cause, reproduce);
    }

    private string[] Notes() =>
    [
        .. from model in _plan.Models
           where model.Format == ModelDescription.RandomFormat
           select $"{model.Name} has random weights: this shows the pipeline and is not the paper's result.",
        .. from model in _plan.Models
           where model.Name == ToyRecipe.Name
           select $"{model.Name} knows drawn shapes alone: this shows the pipeline and is not the paper's result.",
        .. _plan.NotApplicable,
        .. from given in _plan.Given
           select $"The episodes of {given.Dataset} {SettingText.Of(given.Setting)} are given, not drawn: "
               + $"{Path.GetFileName(given.Path)}, SHA-256 {given.Hash}.",
    ];
}
