using Clipper.Bench.Training;
using Clipper.Clip.Models;
using Clipper.Clip.Text;
using Clipper.Core.Errors;
using Clipper.Testing;

namespace Clipper.Bench.Tests.Training;

public sealed class ToyTrainingTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Same_seed_gives_the_same_bytes_and_another_seed_others()
    {
        string[] first = Files(Train("first", seed: 5, steps: 3));
        string[] second = Files(Train("second", seed: 5, steps: 3));
        string[] other = Files(Train("other", seed: 6, steps: 3));

        Assert.Equal(first, second);
        Assert.NotEqual(first[^1], other[^1]);
    }

    [Fact]
    public void Folder_is_a_whole_model_that_names_its_hash()
    {
        ToyModel trained = Train("whole", seed: 0, steps: 1);

        ModelDescription model = ModelLoader.Describe(_folder.Combine("whole"));
        var vocabulary = BpeVocabulary.Read(_folder.Combine("whole"));
        Assert.Equal(trained.Model, model);
        Assert.Equal("clip-toy", model.Name);
        Assert.Equal(vocabulary.Count, model.RequireText().VocabularySize);
        Assert.InRange(model.LogitScale ?? 0, 13, 15);
        string card = File.ReadAllText(_folder.Combine("whole", "README.md"));
        Assert.Contains(model.WeightsHash, card, StringComparison.Ordinal);
        Assert.Contains("not those of the paper", card, StringComparison.Ordinal);
        Assert.Contains("--seed 0 --steps 1", card, StringComparison.Ordinal);
    }

    [Fact]
    public void Interruption_leaves_nothing_behind()
    {
        using var source = new CancellationTokenSource();
        var training = new ToyTraining(Options("interrupted", seed: 0, steps: 1000));

        Assert.ThrowsAny<OperationCanceledException>(
            () => training.Run(new Recorder<ToyProgress>(_ => source.Cancel()), source.Token));

        Assert.False(Directory.Exists(_folder.Combine("interrupted")));
    }

    [Fact]
    public void Folder_with_files_is_refused()
    {
        File.WriteAllText(_folder.Combine("something"), "");

        var error = Assert.Throws<UsageException>(() => new ToyTraining(new ToyOptions(_folder.Path, 0, 1, "")));

        Assert.Contains(_folder.Path, error.Message, StringComparison.Ordinal);
    }

    private static string[] Files(ToyModel trained)
    {
        string folder = Path.GetDirectoryName(trained.Model.Path) ?? "";
        string[] names = ["bpe_simple_vocab_toy.txt", "model.json", "model.safetensors"];
        return [.. names.Select(name => Convert.ToHexString(File.ReadAllBytes(Path.Combine(folder, name))))];
    }

    private ToyModel Train(string name, ulong seed, int steps) =>
        new ToyTraining(Options(name, seed, steps)).Run(new Recorder<ToyProgress>(_ => { }), CancellationToken.None);

    private ToyOptions Options(string name, ulong seed, int steps) =>
        new(_folder.Combine(name), seed, steps, Commit: "none");

    private sealed class Recorder<T>(Action<T> record) : IProgress<T>
    {
        public void Report(T value) => record(value);
    }
}
