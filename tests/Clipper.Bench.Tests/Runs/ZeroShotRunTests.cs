using Clipper.Bench.Configuration;
using Clipper.Bench.Datasets;
using Clipper.Bench.Embeddings;
using Clipper.Bench.Runs;
using Clipper.Clip.Models;
using Clipper.Core.Errors;
using Clipper.Core.LinearAlgebra;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Runs;

/// <summary>Zero-shot through the engine: with made-up texts, and with a very small CLIP and real ones.</summary>
public sealed class ZeroShotRunTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Texts_on_the_axes_of_their_classes_classify()
    {
        using var runs = new RunFixture();

        RunOutcome outcome = runs.Run("a", "methods=[zero-shot, { zero-shot: { label: bare, templates: bare } }]");

        Assert.Equal(0, outcome.Failed);
        Assert.All(outcome.Records.Where(record => record.Metric is "accuracy"), record =>
        {
            Assert.Equal("", record.Head ?? "");
            Assert.InRange(record.Mean, 0.6, 1);
        });
        Assert.Contains(outcome.Records, record => record is { Metric: "map", Variant: "multi", Mean: > 0.6 });
        Assert.Contains(outcome.Records, record => record is { Metric: "hamming", Variant: "multi", Threshold: 0.6 });
    }

    [Fact]
    public void Small_clip_gives_the_same_records_whatever_the_jobs_and_the_machine_has_in_its_cache()
    {
        RunOutcome alone = Run("a", new RunOptions(_folder.Combine("a"), Device: "cpu", Jobs: 1, Threads: 1));
        RunOutcome together = Run("b", new RunOptions(_folder.Combine("b"), Device: "cpu", Jobs: 4, Threads: 2));

        Assert.Equal((4, 0), (alone.Computed, alone.Failed));
        Assert.Equal(alone.Records, together.Records);
        Assert.Equal(
            File.ReadAllBytes(_folder.Combine("a", "records.csv")),
            File.ReadAllBytes(_folder.Combine("b", "records.csv")));
    }

    [Fact]
    public void Model_without_text_tower_is_refused_before_any_work()
    {
        Experiment experiment = Load("random:0");
        var inputs = new CatalogInputs(new RunOptions(_folder.Combine("a")));

        var error = Assert.Throws<UsageException>(() => RunPlan.Make(experiment, inputs, _ => { }));

        Assert.Contains("'random-vit-s0' has no text tower", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Model_without_vocabulary_is_refused_before_any_work()
    {
        string model = TinyClip.Write(_folder);
        File.Delete(Path.Combine(model, "bpe_simple_vocab_tiny.txt"));
        var inputs = new CatalogInputs(new RunOptions(_folder.Combine("a")));

        Assert.Throws<DataFileException>(() => RunPlan.Make(Load(model), inputs, _ => { }));
    }

    [Fact]
    public void Model_without_vocabulary_takes_the_one_that_the_experiment_names()
    {
        string model = TinyClip.Write(_folder);
        string beside = Path.Combine(model, "bpe_simple_vocab_tiny.txt");
        RunOutcome usual = Run("usual", new RunOptions(_folder.Combine("usual"), Device: "cpu"));
        string elsewhere = _folder.Write("else: where/bpe_simple_vocab_tiny.txt", File.ReadAllText(beside));
        File.Delete(beside);

        Experiment named = Load(model, $"vocabulary=\"{elsewhere}\"");
        RunOutcome outcome = new ExperimentRunner(new RunOptions(
            _folder.Combine("named"), Device: "cpu", CacheRoot: _folder.Combine("cache-named")))
            .Run(named, new RecordingObserver(), CancellationToken.None);

        Assert.Equal(usual.Records, outcome.Records);
        Assert.Contains(
            elsewhere, ExperimentText.Write(named, null), StringComparison.Ordinal);
        Assert.Equal(elsewhere, ExperimentFile.Load(
            _folder.Write("again.yaml", ExperimentText.Write(named, _folder.Path)), []).Vocabulary);
    }

    [Theory]
    [InlineData("zero-shot")]
    [InlineData("tip-adapter")]
    public void Classes_without_words_are_noted_as_not_applicable_and_nothing_fails(string method)
    {
        using var runs = new RunFixture { Inputs = new FakeInputs { HasWords = false } };

        RunOutcome outcome = runs.Run("a", $"methods=[wi, {method}]");
        RunOutcome alone = runs.Run("b", $"methods=[{method}]");
        RunOutcome labels = runs.Run("c", $"methods=[{{ {method}: {{ names: labels }} }}]");

        Assert.Equal((4, 0), (outcome.Computed, outcome.Failed));
        Assert.All(outcome.Records, record => Assert.Equal("wi", record.Method));
        Assert.Contains(
            outcome.Notes, note => note.StartsWith($"shapes-single {method}: n/a: ", StringComparison.Ordinal));
        Assert.Equal((0, 0), (alone.Computed, alone.Failed));
        Assert.Equal(2, alone.Notes.Count(note => note.Contains("n/a", StringComparison.Ordinal)));
        Assert.Equal((4, 0), (labels.Computed, labels.Failed));
    }

    [Fact]
    public void Facts_change_with_the_vocabulary_and_the_class_names()
    {
        string model = TinyClip.Write(_folder);
        using IDataset single = DatasetCatalog.Open(new("shapes", "single"));
        using IDataset multi = DatasetCatalog.Open(new("shapes", "multi"));
        string before = Facts(new Subject(single, ModelLoader.Describe(model)));

        Assert.Equal(before, Facts(new Subject(single, ModelLoader.Describe(model))));
        Assert.NotEqual(before, Facts(new Subject(multi, ModelLoader.Describe(model))));
        _folder.Write("tiny-clip/bpe_simple_vocab_tiny.txt", "#version: 0.2\nr e\nb l\n");
        Assert.NotEqual(before, Facts(new Subject(single, ModelLoader.Describe(model))));
    }

    [Fact]
    public void Table_gives_the_same_row_to_a_text_however_it_is_asked_for()
    {
        ModelDescription model = ModelLoader.Describe(TinyClip.Write(_folder));
        var table = new TextTable(new TextEmbedder(new TextOptions("cpu")));

        Matrix<float> first = table.Rows(model, ["red", "blue"], CancellationToken.None);
        Matrix<float> second = table.Rows(model, ["green", "red", "red"], CancellationToken.None);

        Assert.Equal(first.Row(0).ToArray(), second.Row(1).ToArray());
        Assert.Equal(first.Row(0).ToArray(), second.Row(2).ToArray());
        Assert.NotEqual(first.Row(1).ToArray(), second.Row(0).ToArray());
    }

    private static string Facts(Subject subject) => string.Join(';', new TextFacts().Of(subject));

    private RunOutcome Run(string name, RunOptions options)
    {
        string model = Directory.Exists(_folder.Combine("tiny-clip"))
            ? _folder.Combine("tiny-clip")
            : TinyClip.Write(_folder);
        return new ExperimentRunner(options with { CacheRoot = _folder.Combine("cache-" + name) })
            .Run(Load(model), new RecordingObserver(), CancellationToken.None);
    }

    private Experiment Load(string model, params string[] overrides) => ExperimentFile.Load(
        _folder.Write("t.yaml", $$"""
            name: t
            model: "{{model}}"
            datasets: [{ name: shapes, variant: single, limit: 144 }, { name: shapes, variant: multi, limit: 60 }]
            protocol: { settings: [5w1s1q, 3w1s1q], episodes: 5 }
            methods: zero-shot
            """),
        overrides);
}
