using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;

namespace Clipper.Bench.Runs.Planning;

/// <summary>Measures what no earlier run has: a few images through a model, a few episodes of a cell on random
/// embeddings. Everything that it writes is in a temporary folder.</summary>
/// <param name="inputs">Makes the inputs for a cache folder.</param>
/// <param name="clock">Measures.</param>
/// <param name="isOn">Whether it measures at all.</param>
/// <param name="cancellation">Ends it.</param>
internal sealed class Calibration(
    Func<string, IRunInputs> inputs, TimeProvider clock, bool isOn, CancellationToken cancellation) : IDisposable
{
    private const string Source = "calibration";
    private const int Images = 32;
    private const int Episodes = 2;

    // Beyond this a cell takes the rate of one of the same kind of method.
    private static readonly TimeSpan _patience = TimeSpan.FromSeconds(20);

    private readonly Dictionary<string, (double SecondsPerImage, string Source)> _models = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanEstimate> _cells = new(StringComparer.Ordinal);
    private readonly Dictionary<string, PlanEstimate> _kinds = new(StringComparer.Ordinal);
    private readonly HashSet<string> _warm = [];
    private readonly string _folder = Directory.CreateTempSubdirectory("clipper-plan-").FullName;
    private readonly long _start = clock.GetTimestamp();

    /// <summary>Seconds an image takes; null where nothing is measured.</summary>
    public (double SecondsPerImage, string Source)? RateOf(Subject subject, DatasetRequest request)
    {
        string key = $"{subject.Model.Name} {subject.Precision}";
        if (isOn && !_models.ContainsKey(key))
        {
            _models.Add(key, (Measure(subject, request), Source));
        }

        return _models.TryGetValue(key, out var rate) ? rate : null;
    }

    /// <summary>Seconds and bytes of an episode of a cell; null where nothing is measured.</summary>
    public PlanEstimate? EpisodeOf(Cell cell)
    {
        string same = $"{cell.Subject.DatasetName}\n{SettingText.Of(cell.Setting)}\n{cell.Method with { Label = "" }}"
            + string.Join('\n', cell.Method.Facts);
        if (!isOn || _cells.ContainsKey(same))
        {
            return _cells.GetValueOrDefault(same);
        }

        bool isLate = clock.GetElapsedTime(_start) > _patience;
        PlanEstimate estimate = isLate && _kinds.TryGetValue(cell.Method.Kind, out PlanEstimate? kin)
            ? kin with { Source = $"{Source} of another {cell.Method.Kind}" }
            : Measure(cell);
        _kinds[cell.Method.Kind] = _cells[same] = estimate;
        return estimate;
    }

    /// <inheritdoc />
    public void Dispose() => Directory.Delete(_folder, recursive: true);

    // From the first batch that is done to the last, so that loading the model counts for nothing.
    private double Measure(Subject subject, DatasetRequest request)
    {
        var progress = new Progress(clock);
        var watch = new RunWatch(progress, new RunJournal(clock), cancellation);
        IRunInputs own = inputs(Path.Combine(_folder, "cache"));
        using IDataset part = own.Open(request with { Limit = Images }, _ => { });
        own.Embed(subject with { Dataset = part }, BadImagePolicy.Skip, watch).Dispose();
        return progress.SecondsPerImage;
    }

    private PlanEstimate Measure(Cell cell)
    {
        Experiment few = cell.Experiment with
        {
            Points = [],
            Protocol = cell.Experiment.Protocol with { Episodes = Episodes, ValidationEpisodes = Episodes },
        };
        Cell small = cell with { Experiment = few, Draws = cell.Draws with { Given = null } };
        if (_warm.Add(cell.Method.Kind))
        {
            Run(small);
        }

        long start = clock.GetTimestamp();
        (long bytes, int episodes) = Run(small);
        return new PlanEstimate(clock.GetElapsedTime(start).TotalSeconds / episodes, bytes / episodes, Source);
    }

    private (long Bytes, int Episodes) Run(Cell cell)
    {
        var folder = new ResultsFolder(_folder);
        var embeddings = new RandomEmbeddings(cell.Subject);
        using var tables = new EpisodeTables(embeddings, cell.Subject.Dataset.Samples.Count);
        var draws = new DrawBook(folder, _ => { });
        EpisodeDraws episodes = draws.Of(cell, []);
        ValidationDraws? validation = cell.Method.HasChoices(cell.Subject.Dataset.IsMultiLabel)
            ? draws.ValidationOf(cell, [])
            : null;
        Experiment experiment = cell.Experiment;
        CellResult result = new CellRunner(
            cell, experiment.Protocol, experiment.Metrics, tables, new RandomServices(embeddings))
            .Run(episodes, validation, Environment.ProcessorCount, cancellation);
        string path = folder.Result(cell);
        CellFile.Write(path, cell, result);
        return (new FileInfo(path).Length, Episodes + (validation is null ? 0 : Episodes));
    }

    private sealed class Progress(TimeProvider clock) : QuietObserver
    {
        private long _first;
        private long _last;
        private int _firstDone;
        private int _done;

        public double SecondsPerImage
        {
            get
            {
                double seconds = clock.GetElapsedTime(_first, _last).TotalSeconds;
                return _done > _firstDone ? seconds / (_done - _firstDone) : 0;
            }
        }

        public override void Embedding(EmbeddingProgress progress)
        {
            _last = clock.GetTimestamp();
            _done = progress.Done;
            if (_firstDone == 0)
            {
                (_first, _firstDone) = (_last, _done);
            }
        }
    }
}
