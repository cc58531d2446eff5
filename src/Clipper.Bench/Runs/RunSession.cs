using System.Runtime.ExceptionServices;
using Clipper.Bench.Configuration;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Reports;
using Clipper.Bench.Training;
using Clipper.Clip.Models;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs;

/// <summary>One call of <see cref="ExperimentRunner.Run"/>: computes the cells that have no result, records failures,
/// and
/// writes the tables from all cells that are there.</summary>
internal sealed class RunSession
{
    private readonly RunPlan _plan;
    private readonly ResultsFolder _folder;
    private readonly RunOptions _options;
    private readonly IRunInputs _inputs;
    private readonly RunWatch _watch;
    private readonly CellStore _store;
    private readonly DrawBook _draws;
    private int _computed;
    private int _failed;
    private Exception? _firstError;

    public RunSession(
        RunPlan plan, ResultsFolder folder, RunOptions options, IRunInputs inputs, RunWatch watch)
    {
        _plan = plan;
        _folder = folder;
        _options = options;
        _inputs = inputs;
        _watch = watch;
        _store = new CellStore(folder, _watch.Observer.Warning);
        _draws = new DrawBook(folder, _watch.Observer.Warning);
    }

    private bool HasStopped => _options.StopOnError && Volatile.Read(ref _failed) > 0;

    private int Threads => _options.Threads > 0 ? _options.Threads : Environment.ProcessorCount;

    /// <summary>Runs the shard's cells.</summary>
    /// <exception cref="UserException">Not one cell has a result, and the first failure is the user's to
    /// mend.</exception>
    public RunOutcome Run()
    {
        IReadOnlyList<Cell> shard = _plan.Shard(_options.ShardIndex, _options.ShardCount);
        List<Cell> pending = [.. shard.Where(cell => !_store.IsComplete(cell))];
        int reused = shard.Count - pending.Count;
        _watch.Observer.Planned(shard.Count, reused);
        foreach (IGrouping<Subject, Cell> cells in pending.GroupBy(cell => cell.Subject))
        {
            RunSubject(cells.Key, [.. cells]);
        }

        (List<RunRecord> records, List<ReportedValue> reported) = WriteTables();
        var outcome = new RunOutcome(_folder.Path, _computed, reused, _failed, records, reported, Notes())
        {
            Timings = _watch.Journal.Timings,
        };
        RunManifest.Write(_folder.Manifest, _plan, _options, _watch.Journal, outcome);
        WriteReport();
        if (_computed + reused == 0 && _firstError is UserException)
        {
            ExceptionDispatchInfo.Throw(_firstError);
        }

        return outcome;
    }

    private void RunSubject(Subject subject, IReadOnlyList<Cell> cells)
    {
        if (HasStopped)
        {
            return;
        }

        IEmbeddings? embeddings = null;
        Attempt(cells, () => embeddings = Embed(subject));
        using (embeddings)
        {
            if (embeddings is not null)
            {
                var limits = new ParallelOptions
                {
                    MaxDegreeOfParallelism = _options.Jobs,
                    CancellationToken = _watch.Cancellation,
                };
                Parallel.For(0, cells.Count, limits, i => Attempt([cells[i]], () => RunCell(cells[i], embeddings)));
            }
        }
    }

    private IEmbeddings Embed(Subject subject)
    {
        Func<TimeSpan> elapsed = _watch.Journal.StartWatch();
        IEmbeddings embeddings = _inputs.Embed(subject, _plan.Experiment.OnBadImage, _watch);
        _watch.Journal.Embedded(subject, embeddings, elapsed());
        if (embeddings.FromCache)
        {
            _watch.Observer.EmbeddingsCached(subject.DatasetName, subject.Model.Name, subject.Dataset.Samples.Count);
        }

        if (embeddings.Skipped.Count > 0)
        {
            (int first, string reason) = embeddings.Skipped.MinBy(pair => pair.Key);
            _watch.Observer.Warning(
                $"{subject.DatasetName}: {embeddings.Skipped.Count} of {subject.Dataset.Samples.Count} images are "
                + $"skipped, first {subject.Dataset.Samples[first].Id} ({reason}); {_folder.Manifest} lists all.");
        }

        return embeddings;
    }

    private void RunCell(Cell cell, IEmbeddings embeddings)
    {
        if (HasStopped)
        {
            return;
        }

        _watch.Observer.CellStarted(cell.Id);
        Func<TimeSpan> elapsed = _watch.Journal.StartWatch();
        Experiment experiment = cell.Experiment;
        int[] skipped = [.. embeddings.Skipped.Keys];
        EpisodeDraws draws = _draws.Of(cell, skipped);
        ValidationDraws? validation = cell.Method.HasChoices && experiment.Protocol.ValidationEpisodes > 0
            ? _draws.ValidationOf(cell, skipped)
            : null;
        var services = new SubjectServices(cell.Subject, _inputs, _watch);
        CellResult result = new CellRunner(cell, experiment.Protocol, experiment.Metrics, embeddings, services)
            .Run(draws, validation, Math.Max(1, Threads / _options.Jobs), _watch.Cancellation);
        CellFile.Write(_folder.Result(cell), cell, result);
        File.Delete(_folder.Failure(cell));
        Interlocked.Increment(ref _computed);
        _watch.Journal.Finished(cell, elapsed());
        _watch.Observer.CellFinished(cell.Id, elapsed());
    }

    // The border at which a failure becomes a record: whatever one cell meets, the others go on.
    private void Attempt(IReadOnlyList<Cell> cells, Action work)
    {
        try
        {
            work();
        }
        catch (Exception e) when (e is not OperationCanceledException || !_watch.Cancellation.IsCancellationRequested)
        {
            Exception cause = e is AggregateException { InnerException: { } inner } ? inner : e;
            Interlocked.CompareExchange(ref _firstError, cause, null);
            foreach (Cell cell in cells)
            {
                Record(cell, cause);
            }
        }
    }

    private void Record(Cell cell, Exception cause)
    {
        string reproduce = ReproducingCommand.Of(_plan, cell, _options);
        CellFailure.Of(cell.Id, cause, cell.Experiment.Seed, reproduce).Write(_folder.Failure(cell));
        File.Delete(_folder.Result(cell));
        Interlocked.Increment(ref _failed);
        _watch.Observer.CellFailed(cell.Id, cause, reproduce);
    }

    // Another shard may finish a cell meanwhile; whoever looks last sees all of them, so the last tables are whole.
    private (List<RunRecord> Records, List<ReportedValue> Reported) WriteTables()
    {
        var written = new HashSet<int>();
        while (true)
        {
            var records = new List<RunRecord>();
            var reported = new List<ReportedValue>();
            var present = new HashSet<int>();
            foreach ((Cell cell, CellResult result) in _store.Present(_plan.Cells))
            {
                present.Add(cell.Index);
                records.AddRange(CellRecords.Of(cell, result));
                reported.AddRange(ReportedValues.Of(cell, result));
            }

            if (written.Count > 0 && present.SetEquals(written))
            {
                return (records, reported);
            }

            written = present;
            RecordsFile.Write(_folder.Records, records);
            ReportedFile.Write(_folder.Reported, reported);
            if (present.Count == _plan.Cells.Count || present.Count == 0)
            {
                return (records, reported);
            }
        }
    }

    // Another shard may write the records meanwhile: then again, so that tables and page are of the last ones.
    private void WriteReport()
    {
        byte[] records = File.ReadAllBytes(_folder.Records);
        while (true)
        {
            if (_options.Report)
            {
                RunReport.Write(_folder.Path, _watch.Observer.Warning);
            }
            else
            {
                RunReport.WriteTables(_folder.Path);
            }

            byte[] now = File.ReadAllBytes(_folder.Records);
            if (now.AsSpan().SequenceEqual(records))
            {
                return;
            }

            records = now;
        }
    }

    private string[] Notes() =>
    [
        .. from model in _plan.Models
           where model.Format == ModelDescription.RandomFormat
           select $"{model.Name} has random weights: this shows the pipeline and is not the paper's result.",
        .. from model in _plan.Models
           where model.Name == ToyRecipe.Name
           select $"{model.Name} knows drawn shapes alone: this shows the pipeline and is not the paper's result.",
        .. from given in _plan.Given
           select $"The episodes of {given.Dataset} {SettingText.Of(given.Setting)} are given, not drawn: "
               + $"{Path.GetFileName(given.Path)}, SHA-256 {given.Hash}.",
    ];
}
