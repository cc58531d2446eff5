using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Core.Episodes;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Runs;

/// <summary>Scores the episodes of a cell (PROTOCOL sections 1, 4 and 6): imprint the support, score the queries,
/// compute the metrics. Episodes run in parallel; each is computed alone and stored by its number, so their order and
/// the number of threads change no bit.</summary>
internal sealed class CellRunner
{
    private readonly Cell _cell;
    private readonly IEmbeddings _embeddings;
    private readonly IReadOnlyList<Metric> _ranking;
    private readonly IReadOnlyList<Metric> _decision;
    private readonly float[] _thresholds;

    /// <summary>For one cell.</summary>
    /// <param name="cell">What to compute.</param>
    /// <param name="metrics">The experiment's metrics; those that the data set does not allow are left out.</param>
    /// <param name="embeddings">The rows of the cell's data set.</param>
    public CellRunner(Cell cell, IReadOnlyList<Metric> metrics, IEmbeddings embeddings)
    {
        _cell = cell;
        _embeddings = embeddings;
        bool isMultiLabel = cell.Subject.Dataset.IsMultiLabel;
        Metric[] allowed = [.. metrics.Where(metric => !(isMultiLabel && metric.SingleLabelOnly))];
        _ranking = [.. allowed.Where(metric => metric.Basis == MetricBasis.Ranking)];
        _decision = [.. allowed.Where(metric => metric.Basis == MetricBasis.Decision)];
        _thresholds = [.. cell.Method.Thresholds.Select(threshold => (float)threshold)];
    }

    /// <summary>Runs all episodes.</summary>
    /// <param name="draws">The episodes.</param>
    /// <param name="threads">How many at a time.</param>
    /// <param name="cancellation">Stops between episodes.</param>
    public CellResult Run(EpisodeDraws draws, int threads, CancellationToken cancellation)
    {
        var values = new double[draws.Episodes.Count][];
        var limits = new ParallelOptions { MaxDegreeOfParallelism = threads, CancellationToken = cancellation };
        Parallel.For(0, values.Length, limits, k => values[k] = Score(draws.Episodes[k]));
        return new CellResult(draws.Hash, ToSeries(values));
    }

    // All values of one episode: ranking metrics, then decision metrics, threshold after threshold.
    private double[] Score(Episode episode)
    {
        int[] classes = [.. episode.Classes.OrderBy(label => Classes[label], CodePointComparer.Instance)];
        var head = ImprintedHead<float>.Imprint(
            _cell.Method.Head,
            Rows(episode.Support),
            Labels(episode.Support, classes),
            [.. classes.Select(label => Classes[label])]);
        var scores = new Matrix<float>(episode.Query.Count, classes.Length);
        head.Scores(Rows(episode.Query), scores.Values);

        LabelRows truth = Labels(episode.Query, classes);
        double[] ranking = MetricEvaluator.Rank(_ranking, truth, scores);
        double[][] decision = _cell.Method.Head == HeadKind.Mwi
            ? MetricEvaluator.Sweep(_decision, truth, scores, _thresholds)
            : [MetricEvaluator.Decide(_decision, truth, scores)];
        return [.. ranking, .. decision.SelectMany(values => values)];
    }

    private IReadOnlyList<string> Classes => _cell.Subject.Dataset.Classes;

    private Matrix<float> Rows(IReadOnlyList<EpisodeSample> samples)
    {
        var rows = new Matrix<float>(samples.Count, _embeddings.Dimension);
        for (int i = 0; i < samples.Count; i++)
        {
            _embeddings.Row(samples[i].Sample).CopyTo(rows.Row(i));
        }

        return rows;
    }

    // A single-label sample carries the class that it was drawn for, a multi-label one all of its labels that are ways.
    private LabelRows Labels(IReadOnlyList<EpisodeSample> samples, int[] classes)
    {
        IDataset dataset = _cell.Subject.Dataset;
        var rows = new int[samples.Count][];
        for (int i = 0; i < rows.Length; i++)
        {
            IReadOnlyList<int> labels =
                dataset.IsMultiLabel ? dataset.Samples[samples[i].Sample].Labels : [samples[i].Class];
            rows[i] = [.. labels.Select(label => Array.IndexOf(classes, label)).Where(column => column >= 0)];
        }

        return LabelRows.Of(rows, classes.Length);
    }

    private List<MetricSeries> ToSeries(double[][] values)
    {
        var series = new List<MetricSeries>();
        for (int i = 0; i < _ranking.Count; i++)
        {
            series.Add(new MetricSeries(_ranking[i].Name, null, Column(values, i)));
        }

        for (int i = 0; i < _decision.Count; i++)
        {
            int first = _ranking.Count + i;
            if (_cell.Method.Head == HeadKind.Wi)
            {
                series.Add(new MetricSeries(_decision[i].Name, null, Column(values, first)));
            }

            for (int t = 0; t < _thresholds.Length; t++)
            {
                double[] column = Column(values, first + (t * _decision.Count));
                series.Add(new MetricSeries(_decision[i].Name, _cell.Method.Thresholds[t], column));
            }
        }

        return series;
    }

    private static double[] Column(double[][] values, int index) => Array.ConvertAll(values, row => row[index]);
}
