using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;
using Clipper.Clip.Models;
using Clipper.Core.Episodes;
using Clipper.Core.Imprinting;
using Clipper.Core.Metrics;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Episodes small enough to score by hand.</summary>
public sealed class CellRunnerTests
{
    private static readonly MethodSettings _wi = new(HeadKind.Wi, "wi", []);

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
        var mwi = new MethodSettings(HeadKind.Mwi, "mwi", [0.6, 0.7]);

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

        CellResult result = new CellRunner(CellOf(dataset, _wi), [MetricOf("accuracy")], embeddings)
            .Run(new EpisodeDraws(episodes, "hash"), threads: 4, CancellationToken.None);

        Assert.Equal(episodes.Select(episode => episode == right ? 1.0 : 0.0), result.Series[0].Values);
    }

    private static CellResult Run(
        IDataset dataset, IEmbeddings embeddings, Episode episode, MethodSettings method, params string[] metrics) =>
        new CellRunner(CellOf(dataset, method), [.. metrics.Select(MetricOf)], embeddings)
            .Run(new EpisodeDraws([episode], "hash"), threads: 1, CancellationToken.None);

    private static Cell CellOf(IDataset dataset, MethodSettings method)
    {
        var subject = new Subject(dataset, ModelLoader.Describe("random:0"));
        return new Cell(0, "cell", subject, new EpisodePlan(2, 1, 1), method, new CellFacts([]));
    }

    private static Metric MetricOf(string name) => MetricCatalog.Find(name) ?? throw new ArgumentException(name);

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
