using System.Security.Cryptography;
using Clipper.Bench.Configuration;
using Clipper.Bench.Runs;
using Clipper.Bench.Tests.Runs;
using Clipper.Clip.Models;
using Clipper.Clip.Text;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Training;

/// <summary>The model that comes with the program.</summary>
public sealed class ClipToyTests : IDisposable
{
    private const string Yaml = """
        name: toy
        model: clip-toy
        datasets: [{ name: shapes, variant: single }, { name: shapes, variant: multi }]
        protocol: { ways: 5, shots: 5, queries: 15, episodes: 40 }
        methods: [wi, mwi, zero-shot]
        metrics: [accuracy, map]
        """;

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Weights_are_small_and_the_card_names_their_hash_seed_and_commit()
    {
        ModelDescription model = ModelLoader.Describe("clip-toy");
        string path = model.Path ?? "";
        string card = File.ReadAllText(Path.Combine(Path.GetDirectoryName(path) ?? "", "README.md"));

        Assert.InRange(new FileInfo(path).Length, 1, 3_000_000);
        Assert.Equal(model.WeightsHash, Convert.ToHexStringLower(SHA256.HashData(File.ReadAllBytes(path))));
        Assert.Contains(model.WeightsHash, card, StringComparison.Ordinal);
        Assert.Matches(@"clipper models train-toy --seed \d+ --steps \d+", card);
        Assert.Matches(@"\| commit \| [0-9a-f]{40} \|", card);
        Assert.Equal("MIT", model.Licence);
        Assert.InRange(model.ParameterCount, 500_000, 1_500_000);
    }

    [Fact]
    public void Vocabulary_lies_beside_the_weights_and_fits_them()
    {
        ModelDescription model = ModelLoader.Describe("clip-toy");
        var vocabulary = BpeVocabulary.Read(model.VocabularyPath ?? "");

        Assert.Equal(model.RequireText().VocabularySize, vocabulary.Count);
        Assert.Equal(["a", "red", "star"], "a red star".Split(' ').Where(
            word => new ClipTokenizer(vocabulary).Encode(word).Length == 1));
    }

    [Fact]
    public void Unseen_combinations_are_told_apart()
    {
        var options = new RunOptions(
            _folder.Combine("results"), Device: "cpu", Threads: 2, CacheRoot: _folder.Combine("cache"));
        Experiment experiment = ExperimentFile.Load(_folder.Write("toy.yaml", Yaml), []);

        RunOutcome outcome = new ExperimentRunner(options).Run(
            experiment, new RecordingObserver(), CancellationToken.None);

        Assert.InRange(Mean(outcome, "single", "wi", "accuracy"), 0.90, 1);
        Assert.InRange(Mean(outcome, "multi", "mwi", "map"), 0.85, 1);
        Assert.InRange(Mean(outcome, "single", "zero-shot", "accuracy"), 0.90, 1);
        Assert.InRange(Mean(outcome, "multi", "zero-shot", "map"), 0.80, 1);
        Assert.Contains(outcome.Notes, note => note.Contains("not the paper's result", StringComparison.Ordinal));
    }

    private static double Mean(RunOutcome outcome, string variant, string method, string metric) =>
        outcome.Records.First(r => r.Variant == variant && r.Method == method && r.Metric == metric).Mean;
}
