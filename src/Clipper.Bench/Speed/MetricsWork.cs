using Clipper.Bench.Methods;
using Clipper.Bench.Runs;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;
using Clipper.Core.Randomness;

namespace Clipper.Bench.Speed;

/// <summary>All metrics of an episode of 300 queries and 20 ways, decision metrics at 45 thresholds; a run does it
/// through its <see cref="MetricSheet"/>.</summary>
internal sealed class MetricsWork : ISpeedWork
{
    public const string Title = "metrics-sweep";

    private const int Queries = 300;
    private const int Ways = 20;

    private static readonly Metric[] s_ranking = [.. Of(MetricBasis.Ranking)];
    private static readonly Metric[] s_decision = [.. Of(MetricBasis.Decision)];

    private readonly Matrix<float> _scores = new(Queries, Ways);
    private readonly LabelRows _truth =
        LabelRows.Single([.. Enumerable.Range(0, Queries).Select(row => row % Ways)], Ways);

    private double[] _values = [];

    public string Name => Title;

    public double Amount => 1;

    public string Unit => "episodes";

    public void Prepare(int round)
    {
        var random = new RandomState(Seed.Derive("speed", Title, round));
        for (int row = 0; row < Queries; row++)
        {
            for (int c = 0; c < Ways; c++)
            {
                double cosine = (0.5 * random.NextDouble()) + (_truth.Has(row, c) ? 0.3 : 0);
                _scores.Row(row)[c] = (float)(1 / (1 + Math.Exp(-cosine)));
            }
        }
    }

    public void Run() => _values =
    [
        .. MetricEvaluator.Rank(s_ranking, _truth, _scores),
        .. MetricEvaluator.Sweep(s_decision, _truth, _scores, ThresholdGrid.Paper.Singles).SelectMany(row => row),
    ];

    public string Answer() => Checksum.Of<double>(_values);

    public string Expected()
    {
        var scoring = new Scoring(_scores, Decision.At(ThresholdGrid.Paper.Values));
        return Checksum.Of<double>(new MetricSheet(MetricCatalog.All, isMultiLabel: false).Values(_truth, scoring));
    }

    public void Dispose()
    {
    }

    private static IEnumerable<Metric> Of(MetricBasis basis) =>
        MetricCatalog.All.Where(metric => metric.Basis == basis);
}
