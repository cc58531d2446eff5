using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Methods;
using Clipper.Core.Episodes;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Runs;

/// <summary>Scores an episode as a continual stream (PROTOCOL section 8): after every task all metrics, and how well
/// every class is told.</summary>
/// <param name="stream">How classes come.</param>
/// <param name="quirks">How labels that are not learnt yet count.</param>
/// <param name="metrics">The metrics.</param>
/// <param name="knowsAhead">Whether the method knows a class before its support has come, from its name.</param>
internal sealed class StreamScorer(
    ContinualPlan stream, ProtocolQuirks quirks, MetricSheet metrics, bool knowsAhead)
{
    /// <summary>Scores one episode.</summary>
    public EpisodeOutcome Score(IMethod method, Episode episode, IDataset dataset, EpisodeTables embeddings)
    {
        var view = new StreamView(episode, dataset, embeddings, quirks, stream);
        var evaluation = new StreamEvaluation(view, quirks, metrics);
        IStreamLearner learner = (method as IStreamMethod)?.StartStream() ?? new RefittingLearner(method);
        double[] blind = Blind(view);
        var results = new List<EpisodeResult>();
        var classScores = new List<double[][]>();
        for (int step = 0; step < view.Tasks.Count; step++)
        {
            IReadOnlyList<Scoring> scorings = learner.Learn(view.Step(step));
            IReadOnlyList<Scoring>? ahead =
                knowsAhead && step + 1 < view.Tasks.Count ? method.Score(view.Ahead(step)) : null;
            results.AddRange(scorings.Select(scoring => new EpisodeResult(
                step + 1, scoring.Condition, scoring.Decision,
                EpisodePredictions.Of(scoring, view.IsMultiLabel),
                evaluation.Values(view.WaysUntil(step), scoring))));
            classScores.Add(
            [
                .. scorings.Select((scoring, i) => WithOthers(
                    ClassScores(view, scoring.Scores), ahead is null ? null : ClassScores(view, ahead[i].Scores),
                    blind)),
            ]);
        }

        IReadOnlyList<Condition> conditions = [.. results.Where(r => r.Step == 1).Select(r => r.Condition)];
        return new EpisodeOutcome(
            view.Queries,
            results,
            [
                .. conditions.Select((condition, i) => new ClassProgress(
                    condition, view.Classes, view.Tasks, [.. classScores.Select(step => step[i])], blind)),
            ]);
    }

    // A class that has no support yet is never predicted, unless it is known ahead.
    private static double[] WithOthers(double[] seen, double[]? ahead, double[] blind)
    {
        double[] scores = [.. seen, .. blind.AsSpan(seen.Length)];
        ahead?.AsSpan(seen.Length).CopyTo(scores.AsSpan(seen.Length));
        return scores;
    }

    private static double[] Blind(StreamView view)
    {
        int[] counts = view.Truth.Counts();
        return Array.ConvertAll(
            counts,
            count => count == 0 ? double.NaN : view.IsMultiLabel ? (double)count / view.Truth.Rows : 0);
    }

    private static double[] ClassScores(StreamView view, Matrix<float> scores)
    {
        LabelRows truth = view.Truth.Part(0, view.Truth.Rows, 0, scores.Columns);
        int[] counts = truth.Counts();
        double[] values = view.IsMultiLabel ? AveragePrecision.PerClass<float>(truth, scores) : Recalls(truth, scores);
        for (int label = 0; label < values.Length; label++)
        {
            values[label] = counts[label] == 0 ? double.NaN : values[label];
        }

        return values;
    }

    private static double[] Recalls(LabelRows truth, Matrix<float> scores)
    {
        int[] best = Predictions.ArgMax<float>(scores);
        int[] counts = truth.Counts();
        var hits = new int[truth.Classes];
        for (int row = 0; row < best.Length; row++)
        {
            hits[best[row]] += truth.Has(row, best[row]) ? 1 : 0;
        }

        return [.. hits.Select((count, label) => (double)count / counts[label])];
    }
}
