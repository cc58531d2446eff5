using Clipper.Bench.Configuration;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Bench.Runs;
using Clipper.Core.Continual;
using Clipper.Core.Episodes;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Tests.Runs;

/// <summary>A stream of four classes, each a task, with two queries a class, worked by hand.</summary>
public sealed class StreamScorerTests
{
    // [step][query] = the class that is answered, all counted in the order in which they come; two queries a class.
    private static readonly int[][] _answers =
    [
        [0, 0, 0, 0, 0, 0, 0, 0],
        [0, 1, 1, 1, 0, 0, 0, 0],
        [0, 0, 1, 2, 2, 2, 0, 0],
        [3, 3, 1, 1, 2, 3, 3, 3],
    ];

    private static readonly FakeDataset _dataset = new("t", isMultiLabel: false, classes: 4, samplesPerClass: 3);

    // Classes 2, 0, 3, 1 of the data set; the first sample of each is support. The queries come by class number, as
    // no draw would have them, so that any order will do.
    private static readonly Episode _episode = new(
        5,
        [2, 0, 3, 1],
        [.. new[] { 2, 0, 3, 1 }.Select(label => new EpisodeSample(3 * label, label))],
        [
            .. from label in new[] { 2, 0, 3, 1 }
               from i in new[] { 1, 2 }
               select new EpisodeSample((3 * label) + i, label),
        ]);

    [Fact]
    public void Every_step_is_scored_on_the_queries_of_the_classes_seen_so_far()
    {
        EpisodeOutcome outcome = Score(ProtocolMode.Corrected, classesPerTask: 1);

        Assert.Equal([1, 2, 3, 4], outcome.Results.Select(result => result.Step));
        Assert.Equal([1, 3 / 4.0, 5 / 6.0, 5 / 8.0], outcome.Results.Select(result => result.Values[0]));
    }

    [Fact]
    public void Class_scores_are_the_shares_answered_right_and_give_the_figures_of_the_stream()
    {
        ClassProgress progress = Assert.Single(Score(ProtocolMode.Corrected, classesPerTask: 1).Progress);

        Assert.Equal([2, 0, 3, 1], progress.Classes);
        Assert.Equal([1, 0, 0, 0], progress.Scores[0]);
        Assert.Equal([0.5, 1, 0, 0], progress.Scores[1]);
        Assert.Equal([1, 0.5, 1, 0], progress.Scores[2]);
        Assert.Equal([0, 1, 0.5, 1], progress.Scores[3]);
        TransferMatrix stream = progress.ByTask();
        Assert.Equal(2.5 / 4, stream.FinalAverage, 12);
        Assert.Equal((1 + 0.75 + (2.5 / 3) + 0.625) / 4, stream.IncrementalAverage, 12);
        Assert.Equal((-1 + 0 - 0.5) / 3, stream.BackwardTransfer, 12);
        Assert.Equal((1 + 0 + 0.5) / 3, stream.Forgetting, 12);
        Assert.Equal(0, stream.ForwardTransfer, 12);
    }

    [Fact]
    public void Classes_that_come_together_are_sorted_and_make_one_step()
    {
        var seen = new List<EpisodeTask>();
        EpisodeOutcome outcome = Score(ProtocolMode.Corrected, classesPerTask: 3, seen.Add);

        Assert.Equal([1, 2], outcome.Results.Select(result => result.Step));
        Assert.Equal([3, 4], seen.Select(task => task.Ways));
        Assert.Equal(["class,00", "class,01", "class,02", "class,03"], seen[1].Classes);
        Assert.Equal([6, 0, 9], seen[0].SupportSamples);
        Assert.Equal([2, 0, 1], Enumerable.Range(0, 3).Select(row => seen[0].SupportLabels.Row(row)[0]));
        Assert.Equal([3, 1], Assert.Single(outcome.Progress).Tasks);
    }

    [Fact]
    public void Reference_scores_all_queries_and_unseen_ones_are_never_right_for_the_best_class()
    {
        EpisodeOutcome outcome = Score(ProtocolMode.Paper, classesPerTask: 1);

        Assert.Equal([2 / 8.0, 3 / 8.0, 5 / 8.0, 5 / 8.0], outcome.Results.Select(result => result.Values[0]));
    }

    [Fact]
    public void Method_sees_no_class_sample_or_label_before_it_comes()
    {
        var seen = new List<EpisodeTask>();
        Score(ProtocolMode.Corrected, classesPerTask: 1, seen.Add);

        Assert.Equal([1, 2, 3, 4], seen.Select(task => task.Support.Rows));
        Assert.Equal([6], seen[0].SupportSamples);
        Assert.Equal([6, 0], seen[1].SupportSamples);
        Assert.All(seen, task => Assert.Equal(task.Ways, task.SupportLabels.Classes));
        Assert.All(seen, task => Assert.Equal(8, task.Query.Rows));
    }

    private static EpisodeOutcome Score(ProtocolMode mode, int classesPerTask, Action<EpisodeTask>? see = null)
    {
        var metrics = new MetricSheet([MetricCatalog.Find("accuracy")!], isMultiLabel: false);
        var scorer = new StreamScorer(
            new ContinualPlan(classesPerTask), ProtocolQuirks.Of(mode), metrics, knowsAhead: false);
        return scorer.Score(new Answering(see ?? (_ => { })), _episode, _dataset, new EpisodeTables(new Numbers(), 12));
    }

    // A query's embedding is the number of its sample, which tells its place among the queries.
    private sealed class Answering(Action<EpisodeTask> see) : IMethod
    {
        public IReadOnlyList<Scoring> Score(EpisodeTask task)
        {
            see(task);
            var scores = new Matrix<float>(task.Query.Rows, task.Ways);
            for (int row = 0; row < scores.Rows; row++)
            {
                int place = _episode.Query.Index().First(q => q.Item.Sample == (int)task.Query.Row(row)[0]).Index;
                scores.Row(row)[_answers[task.Ways - 1][place] % task.Ways] = 1;
            }

            return [new Scoring(scores, Decision.ArgMax)];
        }
    }

    private sealed class Numbers : IEmbeddings
    {
        private readonly float[] _rows = [.. Enumerable.Range(0, 12).Select(i => (float)i)];

        public int Dimension => 1;

        public string Key => "numbers";

        public bool FromCache => false;

        public IReadOnlyDictionary<int, string> Skipped { get; } = new Dictionary<int, string>();

        public ReadOnlySpan<float> Row(int index) => _rows.AsSpan(index, 1);

        public void Dispose()
        {
        }
    }
}
