using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Core.Episodes;
using Clipper.Core.Imprinting;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Runs;

/// <summary>Scores the episodes of a cell (PROTOCOL sections 1, 4 and 6): the method scores the queries from the
/// support, the metrics compare with the truth. Episodes run in parallel; each is computed alone and stored by its
/// number, so their order and the number of threads change no bit.</summary>
internal sealed class CellRunner
{
    private readonly Cell _cell;
    private readonly FewShotProtocol _protocol;
    private readonly IEmbeddings _embeddings;
    private readonly IMethodServices _services;
    private readonly MetricSheet _metrics;
    private int _done;
    private int _total;

    /// <summary>For one cell.</summary>
    /// <param name="cell">What to compute.</param>
    /// <param name="protocol">How the experiment is run.</param>
    /// <param name="metrics">The experiment's metrics; those that the data set does not allow are left out.</param>
    /// <param name="embeddings">The rows of the cell's data set.</param>
    /// <param name="services">What methods need beyond them.</param>
    public CellRunner(
        Cell cell,
        FewShotProtocol protocol,
        IReadOnlyList<Metric> metrics,
        IEmbeddings embeddings,
        IMethodServices services)
    {
        _cell = cell;
        _protocol = protocol;
        _embeddings = embeddings;
        _services = services;
        _metrics = new MetricSheet(metrics, cell.Subject.Dataset.IsMultiLabel);
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
            var values = new ValidationValues(validation.Source, Score(method, validation.Episodes, limits));
            choices.AddRange(Chooser.OnValidation(values));
            byEpochs = Chooser.ByEpochs(values);
        }

        var reported = new ReportedSeries(Score(method, draws.Episodes, limits));
        if (_protocol.Quirks.Follows(QuirkCatalog.Choice))
        {
            choices.AddRange(Chooser.OnQueries(reported));
            byEpochs = Chooser.ByEpochs(reported);
        }

        return new CellResult(
            draws.Hash, validation?.Hash, choices, ReportedValues.Recorded(reported, choices, _cell.Method))
        {
            ByEpochs = byEpochs,
        };
    }

    private List<MetricSeries> Score(IMethod method, IReadOnlyList<Episode> episodes, ParallelOptions limits)
    {
        var results = new EpisodeResult[episodes.Count][];
        Parallel.For(0, results.Length, limits, k =>
        {
            results[k] = Score(method, episodes[k]);
            Progress(Interlocked.Increment(ref _done), _total);
        });
        EpisodeResult[] first = results[0];
        foreach (EpisodeResult[] other in results)
        {
            if (!other.Select(result => result.Condition).SequenceEqual(first.Select(result => result.Condition)))
            {
                throw new InvalidOperationException(
                    $"Method {_cell.Method.Kind} has other conditions in one episode than in another.");
            }
        }

        return _metrics.Series(
            [.. first.Select(result => (result.Condition, result.Decision))],
            [.. first.Select((_, r) => Array.ConvertAll(results, episode => episode[r].Values))]);
    }

    private EpisodeResult[] Score(IMethod method, Episode episode)
    {
        var view = new EpisodeView(episode, _cell.Subject.Dataset, _embeddings, _protocol.Quirks);
        IReadOnlyList<Scoring> scorings = method.Score(view.Task());
        LabelRows truth = view.Truth();
        return
        [
            .. scorings.Select(scoring => new EpisodeResult(
                scoring.Condition, scoring.Decision, _metrics.Values(truth, scoring))),
        ];
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

    private readonly record struct EpisodeResult(Condition Condition, Decision Decision, double[] Values);
}
