using Clipper.Bench.Configuration;
using Clipper.Bench.Embeddings;
using Clipper.Core.Errors;

namespace Clipper.Bench.Runs.Planning;

/// <summary>Says what a run would compute, and what that takes, by rates that were measured on this machine.</summary>
public sealed class ExperimentPlanner
{
    private readonly RunOptions _options;
    private readonly Func<string, IRunInputs> _inputs;
    private readonly TimeProvider _clock;

    /// <summary>Plans runs with these options.</summary>
    public ExperimentPlanner(RunOptions options)
        : this(options, cache => new CatalogInputs(options with { CacheRoot = cache }), TimeProvider.System)
    {
    }

    /// <summary>Plans with other inputs, for tests.</summary>
    /// <param name="options">The options of the run.</param>
    /// <param name="inputs">Makes the inputs for a cache folder.</param>
    /// <param name="clock">Measures.</param>
    internal ExperimentPlanner(RunOptions options, Func<string, IRunInputs> inputs, TimeProvider clock)
    {
        _options = options;
        _inputs = inputs;
        _clock = clock;
    }

    /// <summary>The plan of a run that would start now.</summary>
    /// <param name="experiment">What to run.</param>
    /// <param name="warn">Is told what a run would be told.</param>
    /// <param name="calibrates">Whether work that no earlier run measured is measured: a few images and episodes of
    /// each kind.</param>
    /// <param name="cancellation">Ends the calibration.</param>
    /// <exception cref="UsageException">As a run: the results folder holds another configuration, or a data set cannot
    /// fill a setting.</exception>
    /// <exception cref="DataFileException">A model or data set is missing or damaged.</exception>
    public PlanReport Plan(
        Experiment experiment, Action<string> warn, bool calibrates, CancellationToken cancellation)
    {
        string path = _options.Output.Length > 0 ? _options.Output : Path.Combine("results", experiment.Name);
        var folder = new ResultsFolder(path);
        folder.RequireSame(experiment);
        IRunInputs inputs = _inputs(_options.CacheRoot);
        using RunPlan plan = RunPlan.Make(experiment, inputs, warn);
        var store = new CellStore(folder, warn);
        var earlier = EarlierRuns.In(Path.GetDirectoryName(Path.GetFullPath(path)) ?? "");
        using var calibration = new Calibration(_inputs, _clock, calibrates, cancellation);
        IReadOnlyList<Cell> cells = plan.Shard(_options.ShardIndex, _options.ShardCount);
        HashSet<int> done = [.. cells.Where(store.IsComplete).Select(cell => cell.Index)];
        HashSet<Subject> needed =
        [
            .. cells.Where(cell => !done.Contains(cell.Index))
                .SelectMany(cell => new[] { cell.Subject, cell.Support }),
        ];
        return new PlanReport(
            path,
            [.. cells.Select(cell => Describe(cell, done.Contains(cell.Index), earlier, calibration))],
            [
                .. plan.Embeddings.Select(each => Describe(
                    each.Subject, StateOf(each.Subject, needed, inputs), plan, (earlier, calibration))),
            ]);
    }

    /// <summary>Why a run would find its embeddings in the cache, or not.</summary>
    /// <param name="experiment">What to run.</param>
    /// <param name="warn">Is told what a run would be told.</param>
    /// <returns>One for each data set, model and way of preprocessing, in the run's order; data sets that are not there
    /// and may be missing (<see cref="MissingDataPolicy.Gap"/>) are left out.</returns>
    /// <exception cref="UsageException">A data set cannot fill a setting.</exception>
    /// <exception cref="DataFileException">A model or data set is missing or damaged.</exception>
    public IReadOnlyList<ExplainedEmbedding> Explain(Experiment experiment, Action<string> warn)
    {
        using RunPlan plan = RunPlan.Make(experiment, _inputs(_options.CacheRoot), warn);
        var cache = new EmbeddingCache(_options.CacheRoot, warn);
        return
        [
            .. plan.Embeddings.Select(each => new ExplainedEmbedding(
                each.Subject.Title, each.Subject.Model.Name, cache.Explain(each.Key))),
        ];
    }

    private static PlannedCell Describe(Cell cell, bool isDone, EarlierRuns earlier, Calibration calibration)
    {
        PlanEstimate? episode = isDone ? null : earlier.EpisodeOf(cell) ?? calibration.EpisodeOf(cell);
        double episodes = EarlierRuns.EpisodesIn(cell.Facts);
        return new PlannedCell(
            cell.Id, cell.Subject.DatasetName, cell.Subject.Model.Name, SettingText.Of(cell.Setting), cell.Method.Label,
            isDone,
            episode is null ? null : episode with
            {
                Seconds = episode.Seconds * episodes,
                Bytes = (long)(episode.Bytes * episodes),
            });
    }

    private static EmbeddingState StateOf(Subject subject, HashSet<Subject> needed, IRunInputs inputs) =>
        !needed.Contains(subject) ? EmbeddingState.NotNeeded
        : inputs.HasEmbeddings(subject) ? EmbeddingState.Cached
        : EmbeddingState.ToDo;

    private static PlannedEmbedding Describe(
        Subject subject, EmbeddingState state, RunPlan plan, (EarlierRuns Runs, Calibration Calibration) rates)
    {
        int samples = subject.Dataset.Samples.Count;
        var rate = state != EmbeddingState.ToDo
            ? null
            : rates.Runs.RateOf(subject) ?? rates.Calibration.RateOf(subject, plan.RequestOf(subject));
        long bytes = (long)samples * subject.Model.Vision.EmbeddingSize * sizeof(float);
        return new PlannedEmbedding(
            subject.DatasetName, subject.Model.Name, subject.Detour, samples, state,
            rate is { } known ? new PlanEstimate(known.SecondsPerImage * samples, bytes, known.Source) : null);
    }
}
