using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Methods;
using Clipper.Core.Episodes;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Runs;

/// <summary>Scores the episodes of a cell (PROTOCOL sections 1, 4 and 6): the method scores the queries from the
/// support, the metrics compare with the truth; in a continual stream after every task. Episodes run in parallel; each
/// is computed alone and stored by its number, so their order and the number of threads change no bit.</summary>
internal sealed class CellRunner
{
    private readonly Cell _cell;
    private readonly FewShotProtocol _protocol;
    private readonly EpisodeTables _embeddings;
    private readonly IMethodServices _services;
    private readonly MetricSheet _metrics;
    private int _done;
    private int _total;
    private readonly StreamScorer? _streams;

    /// <summary>For one cell.</summary>
    /// <param name="cell">What to compute.</param>
    /// <param name="protocol">How the experiment is run.</param>
    /// <param name="metrics">The experiment's metrics; those that the data set does not allow are left out.</param>
    /// <param name="embeddings">The rows of the cell's data set; the caller disposes them.</param>
    /// <param name="services">What methods need beyond them.</param>
    public CellRunner(
        Cell cell,
        FewShotProtocol protocol,
        IReadOnlyList<Metric> metrics,
        EpisodeTables embeddings,
        IMethodServices services)
    {
        _cell = cell;
        _protocol = protocol;
        _embeddings = embeddings;
        _services = services;
        _metrics = new MetricSheet(metrics, cell.Subject.Dataset.IsMultiLabel);
        _streams = protocol.Stream is { } stream
            ? new StreamScorer(stream, protocol.Quirks, _metrics, cell.Method.UsesTexts)
            : null;
    }

    /// <summary>Is told how many episodes are done, of how many; from any thread.</summary>
    public Action<int, int> Progress { get; init; } = (_, _) => { };

    /// <summary>Runs the validation episodes and chooses; then runs the episodes that are reported.</summary>
    /// <param name="draws">The episodes.</param>
    /// <param name="validation">The episodes to choose on; null where nothing is to be chosen.</param>
    /// <param name="threads">How many at a time.</param>
    /// <param name="cancellation">Stops between episodes.</param>
    public CellResult Run(
        EpisodeDraws draws, ValidationDraws? validation, int threads, CancellationToken cancellation)
    {
        IMethod method = _cell.Method.Create(Context([.. draws.Episodes, .. validation?.Episodes ?? []]));
        var limits = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        var choices = new List<Choice>();
        IReadOnlyList<Choice> byEpochs = [];
        (_done, _total) = (0, draws.Episodes.Count + (validation?.Episodes.Count ?? 0));
        if (validation is not null)
        {
            var values = new ValidationValues(
                validation.Source, Series(Score(method, validation.Episodes, limits)));
            choices.AddRange(Chooser.OnValidation(values));
            byEpochs = Chooser.ByEpochs(values);
        }

        EpisodeOutcome[] outcomes = Score(method, draws.Episodes, limits);
        var reported = new ReportedSeries(Series(outcomes));
        if (_protocol.Quirks.Follows(QuirkCatalog.Choice))
        {
            choices.AddRange(Chooser.OnQueries(reported));
            byEpochs = Chooser.ByEpochs(reported);
        }

        return new CellResult(
            draws.Hash, validation?.Hash, choices, ReportedValues.Recorded(reported, choices, _cell.Method))
        {
            ByEpochs = byEpochs,
            Progress = ProgressOf(outcomes, choices),
            Mistakes = MistakesOf(outcomes, choices),
        };
    }

    private EpisodeOutcome[] Score(IMethod method, IReadOnlyList<Episode> episodes, ParallelOptions limits)
    {
        var outcomes = new EpisodeOutcome[episodes.Count];
        Parallel.For(0, outcomes.Length, limits, k =>
        {
            outcomes[k] = Score(method, episodes[k]);
            Progress(Interlocked.Increment(ref _done), _total);
        });
        IEnumerable<(int?, Condition)> expected = Conditions(outcomes[0]);
        if (Array.Exists(outcomes, other => !Conditions(other).SequenceEqual(expected)))
        {
            throw new InvalidOperationException(
                $"Method {_cell.Method.Kind} has other conditions in one episode than in another.");
        }

        return outcomes;
    }

    private static IEnumerable<(int? Step, Condition Condition)> Conditions(EpisodeOutcome outcome) =>
        outcome.Results.Select(result => (result.Step, result.Condition));

    // The series of every step, then the figures of the streams as a whole.
    private List<MetricSeries> Series(EpisodeOutcome[] outcomes)
    {
        var series = new List<MetricSeries>();
        foreach (var step in outcomes[0].Results.Index().GroupBy(pair => pair.Item.Step))
        {
            series.AddRange(_metrics.Series(
                step.Key,
                [.. step.Select(pair => (pair.Item.Condition, pair.Item.Decision))],
                [.. step.Select(pair => Array.ConvertAll(outcomes, outcome => outcome.Results[pair.Index].Values))]));
        }

        double[][][] streams = Array.ConvertAll(
            outcomes, outcome => outcome.Progress.Select(each => MetricCatalog.Values(each.ByTask())).ToArray());
        foreach ((int m, Metric metric) in MetricCatalog.OfStreams.Index())
        {
            series.AddRange(outcomes[0].Progress.Select((progress, c) => new MetricSeries(
                metric.Name, progress.Condition, null, null, Array.ConvertAll(streams, stream => stream[c][m]))));
        }

        return series;
    }

    private StreamProgress? ProgressOf(EpisodeOutcome[] outcomes, IReadOnlyList<Choice> choices)
    {
        if (outcomes[0].Progress.Count == 0)
        {
            return null;
        }

        Choice? choice =
            choices.FirstOrDefault(each => each.Metric == MetricCatalog.OfStreams[0].Name && IsHeadline(each));
        int place = outcomes[0].Progress.Index()
            .FirstOrDefault(pair => pair.Item.Condition == choice?.Condition).Index;
        return StreamProgress.Of(
            Array.ConvertAll(outcomes, outcome => outcome.Progress[place]), _cell.Subject.Dataset.Classes);
    }

    // Where several thresholds or conditions were scored and none was chosen, there is nothing to count.
    private CellMistakes? MistakesOf(EpisodeOutcome[] outcomes, IReadOnlyList<Choice> choices)
    {
        IDataset dataset = _cell.Subject.Dataset;
        IReadOnlyList<EpisodeResult> results = outcomes[0].Results;
        int? last = results[^1].Step;
        Choice? choice = choices.FirstOrDefault(each => each.Metric == CellMistakes.MetricFor(dataset.IsMultiLabel)
            && each.Step == last && IsHeadline(each));
        int place = results.Index().FirstOrDefault(
            pair => pair.Item.Step == last && (choice is null || pair.Item.Condition == choice.Condition)).Index;
        IReadOnlyList<double> thresholds = dataset.IsMultiLabel ? results[place].Decision.Thresholds : [];
        bool isOpen = thresholds.Count > 1 || results.Count(result => result.Step == last) > 1;
        int threshold = choice?.Threshold is { } value ? Math.Max(0, thresholds.ToList().IndexOf(value)) : 0;
        return choice is null && isOpen ? null : CellMistakes.Of(outcomes, place, threshold, dataset);
    }

    private bool IsHeadline(Choice choice)
    {
        bool byQueries = _protocol.Quirks.Follows(QuirkCatalog.Choice);
        return choice.Source == ChoiceSource.Queries == byQueries
            && (choice.Step is null || choice.Scope == ChoiceScope.Stream != byQueries);
    }

    private EpisodeOutcome Score(IMethod method, Episode episode)
    {
        if (_streams is not null)
        {
            return _streams.Score(method, episode, _cell.Subject.Dataset, _embeddings);
        }

        var view = new EpisodeView(episode, _cell.Subject.Dataset, _embeddings, _protocol.Quirks);
        IReadOnlyList<Scoring> scorings = method.Score(view.Task());
        EpisodeTruth truth = view.Queries();
        return new EpisodeOutcome(
            truth,
            [
                .. scorings.Select(scoring => new EpisodeResult(
                    null, scoring.Condition, scoring.Decision,
                    EpisodePredictions.Of(scoring, _cell.Subject.Dataset.IsMultiLabel),
                    _metrics.Values(truth.Labels, scoring))),
            ],
            []);
    }

    private MethodContext Context(IEnumerable<Episode> episodes)
    {
        IDataset dataset = _cell.Subject.Dataset;
        return new MethodContext
        {
            Dataset = dataset.QualifiedName,
            Classes = dataset.Classes,
            ClassNames = dataset.ClassNames,
            IsMultiLabel = dataset.IsMultiLabel,
            Model = _cell.Subject.Model,
            Setting = _cell.Setting,
            Protocol = _protocol,
            SupportSamples = SupportSamples(episodes),
            Services = _services,
        };
    }

    private static int[] SupportSamples(IEnumerable<Episode> episodes) =>
        [.. episodes.SelectMany(episode => episode.Support).Select(sample => sample.Sample).Distinct().Order()];
}
