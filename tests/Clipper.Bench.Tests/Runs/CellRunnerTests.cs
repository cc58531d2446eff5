using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Methods;
using Clipper.Bench.Methods.Heads;
using Clipper.Bench.Runs;
using Clipper.Clip.Models;
using Clipper.Core.Episodes;
using Clipper.Core.Imprinting;
using Clipper.Core.LinearAlgebra;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Episodes small enough to score by hand.</summary>
public sealed class CellRunnerTests
{
    private static readonly MethodSettings _wi = new ImprintSettings(HeadKind.Wi, "wi", []);

    [Fact]
    public void Classes_stand_in_sorted_order_so_that_a_tie_goes_to_the_first_name()
    {
        // Samples 0 and 1 are of class b, 2 and 3 of class a; the query of a is as near to b as to a.
        var dataset = new GivenDataset(isMultiLabel: false, ["b", "a"], [[0], [0], [1], [1]]);
        var embeddings = new GivenEmbeddings([[0, 1], [0, 1], [1, 0], [1, 1]]);
        var episode = new Episode(0, [0, 1], [new(0, 0), new(2, 1)], [new(1, 0), new(3, 1)]);

        CellResult result = Run(dataset, embeddings, episode, _wi, "accuracy");

        Assert.Equal([1.0], Assert.Single(result.Series).Values);
    }

    [Fact]
    public void Multi_label_samples_carry_their_other_labels_that_are_ways_and_no_others()
    {
        // Way 2 is not drawn. The query of class 0 also has labels 1 and 2: of the two ways it has both.
        var dataset = new GivenDataset(isMultiLabel: true, ["a", "b", "c"], [[0], [1], [0, 1, 2], [1]]);
        var embeddings = new GivenEmbeddings([[1, 0], [0, 1], [1, 1], [0, 1]]);
        var episode = new Episode(0, [0, 1], [new(0, 0), new(1, 1)], [new(2, 0), new(3, 1)]);
        var mwi = new ImprintSettings(HeadKind.Mwi, "mwi", [0.6, 0.7]);

        CellResult result = Run(dataset, embeddings, episode, mwi, "accuracy", "map", "subset_accuracy", "hamming");

        // Cosines 0.707, 0.707 / 0, 1; sigmoids 0.6698, 0.6698 / 0.5, 0.7311: at 0.6 all is right, at 0.7 the first row
        // is empty.
        Assert.Equal(
            [("map", null), ("subset_accuracy", 0.6), ("subset_accuracy", 0.7), ("hamming", 0.6), ("hamming", 0.7)],
            result.Series.Select(series => (series.Metric, series.Threshold)));
        Assert.Equal([1, 1, 0.5, 0, 0.5], result.Series.Select(series => series.Values[0]));
    }

    [Fact]
    public void Values_stand_in_the_order_of_the_episodes()
    {
        var dataset = new GivenDataset(isMultiLabel: false, ["a", "b"], [[0], [0], [1], [1]]);
        var embeddings = new GivenEmbeddings([[1, 0], [1, 0], [0, 1], [1, 0]]);
        var right = new Episode(0, [0, 1], [new(0, 0), new(2, 1)], [new(1, 0), new(2, 1)]);
        var wrong = new Episode(1, [0, 1], [new(0, 0), new(2, 1)], [new(3, 1), new(3, 1)]);
        Episode[] episodes = [.. Enumerable.Range(0, 40).Select(k => k % 3 == 0 ? wrong : right)];

        CellResult result = RunnerOf(dataset, embeddings, _wi, "accuracy")
            .Run(new EpisodeDraws(episodes, "hash"), validation: null, threads: 4, CancellationToken.None);

        Assert.Equal(episodes.Select(episode => episode == right ? 1.0 : 0.0), result.Series[0].Values);
    }

    [Fact]
    public void Method_is_given_sorted_classes_its_support_and_the_bare_queries()
    {
        var dataset = new GivenDataset(isMultiLabel: true, ["b", "a", "c"], [[0], [0, 1], [1, 2], [1]]);
        var embeddings = new GivenEmbeddings([[1, 0], [2, 0], [3, 0], [4, 0]]);
        var episode = new Episode(7, [0, 1], [new(0, 0), new(1, 1)], [new(2, 1), new(3, 1)]);
        var method = new GivenMethod(task => [new(new(task.Query.Rows, task.Ways), Decision.ArgMax)]);

        Run(dataset, embeddings, episode, method, "map");

        EpisodeTask task = Assert.Single(method.Tasks);
        Assert.Equal((7, true, 2), (task.Seed, task.IsMultiLabel, task.Ways));
        Assert.Equal(["a", "b"], task.Classes);
        Assert.Equal([1, 0, 2, 0], task.Support.Values.ToArray());
        Assert.Equal([3, 0, 4, 0], task.Query.Values.ToArray());
        Assert.Equal([0, 1], task.SupportSamples);
        Assert.Equal([1], task.SupportLabels.Row(0).ToArray());
        Assert.Equal([0, 1], task.SupportLabels.Row(1).ToArray());
        MethodContext context = Assert.Single(method.Contexts);
        Assert.Equal([0, 1], context.SupportSamples);
        Assert.Equal(["b", "a", "c"], context.Classes);
    }

    [Fact]
    public void Series_stand_by_metric_then_condition_then_threshold()
    {
        var dataset = new GivenDataset(isMultiLabel: false, ["a", "b"], [[0], [0], [1], [1]]);
        var embeddings = new GivenEmbeddings([[1], [1], [1], [1]]);
        var episode = new Episode(0, [0, 1], [new(0, 0), new(2, 1)], [new(1, 0), new(3, 1)]);
        var untrained = new Condition(Epochs: 0);
        var trained = new Condition(Epochs: 5, Augment: "trivial", Copies: 10);
        var method = new GivenMethod(_ =>
        [
            new(Scores(0.6f, 0.4f, 0.6f, 0.4f), Decision.At([0.5, 0.7])) { Condition = untrained },
            new(Scores(0.9f, 0.1f, 0.2f, 0.8f), Decision.ArgMax) { Condition = trained },
        ]);

        CellResult result = Run(dataset, embeddings, episode, method, "o_f1", "accuracy");

        Assert.Equal(
            [
                ("accuracy", untrained, null, 0.5), ("accuracy", trained, null, 1),
                ("o_f1", untrained, 0.5, 0.5), ("o_f1", untrained, 0.7, 0), ("o_f1", trained, (double?)null, 1.0),
            ],
            result.Series.Select(series => (series.Metric, series.Condition, series.Threshold, series.Values[0])));
    }

    [Fact]
    public void Method_that_changes_its_conditions_from_episode_to_episode_is_a_bug()
    {
        var dataset = new GivenDataset(isMultiLabel: false, ["a", "b"], [[0], [0], [1], [1]]);
        var embeddings = new GivenEmbeddings([[1], [1], [1], [1]]);
        Episode[] episodes =
        [
            .. Enumerable.Range(0, 3).Select(seed =>
                new Episode(seed, [0, 1], [new(0, 0), new(2, 1)], [new(1, 0), new(3, 1)])),
        ];
        var method = new GivenMethod(task =>
        [
            new(Scores(1, 0, 1, 0), Decision.ArgMax) { Condition = new(Epochs: (int)task.Seed) },
        ]);

        Assert.Throws<InvalidOperationException>(() => RunnerOf(dataset, embeddings, method, "map")
            .Run(new EpisodeDraws(episodes, "hash"), validation: null, threads: 1, CancellationToken.None));
    }

    private static Matrix<float> Scores(params float[] values) => new(values, values.Length / 2, 2);

    private static CellResult Run(
        IDataset dataset, IEmbeddings embeddings, Episode episode, MethodSettings method, params string[] metrics) =>
        RunnerOf(dataset, embeddings, method, metrics)
            .Run(new EpisodeDraws([episode], "hash"), validation: null, threads: 1, CancellationToken.None);

    private static CellRunner RunnerOf(
        IDataset dataset, IEmbeddings embeddings, MethodSettings method, params string[] metrics) =>
        new(
            CellOf(dataset, method),
            new FewShotProtocol(ProtocolMode.Corrected, [], 1),
            [.. metrics.Select(MetricOf)],
            new EpisodeTables(embeddings, dataset.Samples.Count),
            new NoServices());

    private static Cell CellOf(IDataset dataset, MethodSettings method)
    {
        var subject = new Subject(dataset, ModelLoader.Describe("random:0"));
        return new Cell(0, "cell", subject, new EpisodePlan(2, 1, 1), method, new CellFacts([]))
        {
            Experiment = new Experiment
            {
                Name = "t",
                Seed = 0,
                Models = [],
                Datasets = [],
                Protocol = new FewShotProtocol(ProtocolMode.Corrected, [], 1),
                Methods = [method],
                Metrics = [],
                OnBadImage = BadImagePolicy.Fail,
                Source = new ExperimentSource("t.yaml", []),
            },
            Draws = new DrawSource("draws", null),
            Support = subject,
        };
    }

    private static Metric MetricOf(string name) => MetricCatalog.Find(name) ?? throw new ArgumentException(name);

    private sealed record GivenMethod(Func<EpisodeTask, IReadOnlyList<Scoring>> Scorer)
        : MethodSettings("given"), IMethod
    {
        public List<EpisodeTask> Tasks { get; } = [];

        public List<MethodContext> Contexts { get; } = [];

        public override string Kind => "given";

        public override bool HasChoices(bool isMultiLabel) => true;

        public override IReadOnlyList<KeyValuePair<string, string>> Options => [];

        public IReadOnlyList<Scoring> Score(EpisodeTask task)
        {
            Tasks.Add(task);
            return Scorer(task);
        }

        internal override IMethod Create(MethodContext context)
        {
            Contexts.Add(context);
            return this;
        }
    }

    private sealed class NoServices : IMethodServices
    {
        public Matrix<float> EmbedTexts(IReadOnlyList<string> texts) => throw new NotSupportedException();

        public Matrix<float> EmbedCopies(IReadOnlyList<int> samples, Augmentation augmentation) =>
            throw new NotSupportedException();
    }

    private sealed class GivenDataset(bool isMultiLabel, string[] classes, int[][] labels) : IDataset
    {
        public string Name => "given";

        public string Variant => "";

        public bool IsMultiLabel => isMultiLabel;

        public IReadOnlyList<string> Classes => classes;

        public IReadOnlyList<Sample> Samples { get; } = [.. labels.Select((l, i) => new Sample($"{i}.png", l))];

        public string ManifestHash => "given";

        public byte[] ReadImage(int index) => throw new NotSupportedException("There are no images.");

        public void Dispose()
        {
        }
    }

    private sealed class GivenEmbeddings(float[][] rows) : IEmbeddings
    {
        public int Dimension => rows[0].Length;

        public string Key => "given";

        public bool FromCache => false;

        public IReadOnlyDictionary<int, string> Skipped { get; } = new Dictionary<int, string>();

        public ReadOnlySpan<float> Row(int index) => rows[index];

        public void Dispose()
        {
        }
    }
}
